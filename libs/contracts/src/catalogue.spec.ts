import { describe, expect, it } from '@jest/globals';

import { readTopics } from '../bin/generate.ts';
import { catalogue, findEvent } from './catalogue.ts';
import { jsonSchemaOf, type JsonSchema } from './documents/json-schema.ts';
import { retentionMs } from './documents/topics.ts';

interface Property {
  readonly path: string;
  readonly name: string;
  readonly schema: JsonSchema;
}

/** Every schema inside a schema, with the name of the property that it belongs to. */
function propertiesOf(schema: JsonSchema, path: string, name = ''): Property[] {
  return [
    { path, name, schema },
    ...Object.entries(schema.properties ?? {}).flatMap(([field, inner]) =>
      propertiesOf(inner, `${path}/${field}`, field),
    ),
    ...(schema.items ? propertiesOf(schema.items, `${path}/0`, name) : []),
    ...(schema.anyOf ?? []).flatMap((inner) => propertiesOf(inner, path, name)),
  ];
}

const everything = catalogue.flatMap(({ type, data }) => propertiesOf(jsonSchemaOf(data), type));
const facts = everything.filter(({ path }) => findEvent(path.split('/')[0] ?? '')?.kind === 'facts');
const topics = readTopics();

describe('the catalogue of events', () => {
  it('finds an event by its name', () => {
    expect(findEvent('registry.household.registered.v1')?.topic).toBe('registry.household');
    expect(findEvent('registry.household.registered.v9')).toBeUndefined();
    expect(findEvent('toString')).toBeUndefined();
  });

  it('says of every event what happened', () => {
    for (const { summary } of catalogue) expect(summary).toMatch(/^[A-Z].*[.]$/);
  });

  it('puts a limit on every text and every list', () => {
    const unlimited = everything.filter(({ schema }) => {
      if (schema.type === 'array') return schema.maxItems === undefined;
      if (schema.type !== 'string' || schema.enum || 'const' in schema || schema.format) return false;
      return schema.maxLength === undefined && (schema.pattern ?? '*').search(/[*+]|,\}/) >= 0;
    });
    expect(unlimited.map(({ path }) => path)).toEqual([]);
  });

  it('counts money in whole minor units', () => {
    const amounts = everything.filter(({ name }) => /minor/i.test(name));
    expect(amounts.length).toBeGreaterThan(10);
    for (const { schema } of amounts) expect(schema).toMatchObject({ type: 'integer', minimum: 0 });
  });

  it('says nothing in facts by which a person could be found', () => {
    // A place has a name; no person has one here.
    const allowed = ['registry.area.published.v1/name'];
    const personal = /name|phone|account|identif|address|email|contact|note|description|photo|location/i;
    expect(
      facts.filter(({ name, path }) => personal.test(name) && !allowed.includes(path)).map(({ path }) => path),
    ).toEqual([]);
  });

  it('keeps personal data to the two topics that are for it', () => {
    const personal = catalogue.filter(({ kind }) => kind === 'personal').map(({ topic }) => topic);
    expect([...new Set(personal)].sort()).toEqual(['payments.instruction', 'registry.payee']);
  });

  it('publishes of a sensitive case only that there is one', () => {
    const sensitive = catalogue.filter(({ topic }) => topic === 'grievances.sensitive');
    expect(sensitive.map(({ data }) => Object.keys(data.shape))).toEqual([['recordId']]);
  });
});

describe('the declared topics', () => {
  it('has a topic for every event, kept as long as its kind says', () => {
    for (const event of catalogue) {
      const own = topics.filter(({ name }) => event.mayArriveOn(name));
      expect(own.map(({ name }) => name)).not.toEqual([]);
      for (const topic of own) expect(topic).toMatchObject({ kind: event.kind, retentionMs: retentionMs[event.kind] });
    }
  });

  it('declares no topic that nothing is published on, and none twice', () => {
    for (const { name } of topics)
      expect([name, catalogue.some((event) => event.mayArriveOn(name))]).toEqual([name, true]);
    expect(new Set(topics.map(({ name }) => name)).size).toBe(topics.length);
  });
});
