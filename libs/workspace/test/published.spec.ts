import { describe, expect, it } from '@jest/globals';
import * as contracts from '@janela/contracts';
import ts from 'typescript';

import { sourceFiles, textOf } from './sources.ts';

const names = new Map<unknown, string>(Object.entries(contracts).map(([name, value]) => [value, name]));
const sources = sourceFiles()
  .filter((path) => /^services\/[^/]+\/src\/.*\.ts$/.test(path) && !path.endsWith('.spec.ts'))
  .map((path) => ({ service: path.split('/')[1] ?? '', path, text: textOf(path) }));

/** Which names of the contracts a file passes on as a value: not as a type, not as what it consumes or ignores. */
function valuesIn(path: string, text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || ts.isDecorator(node)) return;
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'ignores') return;
    if (ts.isIdentifier(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return found;
}

/** The services that may publish an event: the one it is named after, or a provider of its own topic. */
function mayPublish({ branched, service, writerOn, topic }: contracts.AnyEvent, other: string): boolean {
  return branched && other.startsWith('provider-')
    ? writerOn(`${topic}.${other.slice('provider-'.length)}`) === other
    : other === service;
}

/** What is wrong with an event that is planned or is not: neither planned nor published, or both. */
function wrongWith(event: contracts.AnyEvent, planned = event.planned): string[] {
  const name = names.get(event) ?? '';
  const publishers = sources
    .filter(({ service, text }) => mayPublish(event, service) && text.includes(name))
    .filter(({ path, text }) => valuesIn(path, text).includes(name))
    .map(({ path }) => path);
  if (planned) return publishers.map((path) => `${name} is planned, and published by ${path}`);
  return publishers.length === 0 ? [`${name} is published by no service, and is not planned`] : [];
}

describe('an event of the catalogue', () => {
  it.each(contracts.catalogue.map((event) => [event.type, event] as const))(
    '%s is either published by a service or planned',
    (_, event) => expect(wrongWith(event)).toEqual([]),
  );

  it('is named with its publisher when it is planned as well, and when it is neither', () => {
    expect(wrongWith(contracts.ReferralMade, false)).toEqual([
      'ReferralMade is published by no service, and is not planned',
    ]);
    expect(wrongWith(contracts.CycleClosed, true)).toEqual([
      'CycleClosed is planned, and published by services/payments/src/cycles/close-cycle.ts',
    ]);
  });
});
