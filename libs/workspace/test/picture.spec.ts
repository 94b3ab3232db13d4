import { matchesGlob } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { textOf } from './sources.ts';

/** What a service may publish and consume; `*` stands for any branch of a topic. */
type Access = Record<string, { produces: string[]; consumes: string[] }>;

const access = JSON.parse(textOf('infra/kafka/access.json')) as Access;
const nodeOf = (service: string) => service.replaceAll('-', '_');

/** The arrows that the broker allows: from a service to its topics, and from there to who consumes one of them. */
function allowed(): string[] {
  const services = Object.entries(access);
  const published = services
    .filter(([, { produces }]) => produces.length > 0)
    .map(([service]) => `${nodeOf(service)} --> ${nodeOf(service)}_topics`);
  const consumed = services.flatMap(([service, { consumes }]) =>
    services
      .filter(([, { produces }]) => produces.some((topic) => consumes.some((name) => matchesGlob(topic, name))))
      .map(([producer]) => `${nodeOf(producer)}_topics --> ${nodeOf(service)}`),
  );
  return [...published, ...consumed].sort();
}

/** The arrows of the picture, without its labels, the browser and its gateway. */
function drawn(): string[] {
  const picture = /```mermaid\n([\s\S]*?)```/.exec(textOf('docs/architecture.md'))?.[1] ?? '';
  return [...picture.matchAll(/^ {2}(\w+)(?:\[.*?\])? --> (\w+)/gm)]
    .map(([, from, to]) => `${from} --> ${to}`)
    .filter((arrow) => !arrow.startsWith('window'))
    .sort();
}

describe('the picture of the architecture', () => {
  it('has the arrows that the broker allows, and no other', () => {
    expect(drawn()).toEqual(allowed());
  });

  it('has no arrow from one service to another', () => {
    const services = Object.keys(access).map(nodeOf);
    const between = drawn().filter((arrow) => arrow.split(' --> ').every((end) => services.includes(end)));

    expect(between).toEqual([]);
  });
});
