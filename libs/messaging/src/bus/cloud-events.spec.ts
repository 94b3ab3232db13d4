import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { NotACloudEvent, readCloudEvent, toHeaders } from './cloud-events.ts';

const attributes = {
  specversion: '1.0',
  id: 'a-1',
  type: 'org.example.happened',
  source: '/somewhere/else',
  time: '2026-11-20T10:00:00Z',
};
const asHeaders = Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`ce_${name}`, value]));
const value = Buffer.from('{"said": "hello"}');

describe('a CloudEvent on Kafka', () => {
  it('in binary mode is read from its headers, and its data is the value', () => {
    const event = readCloudEvent({ headers: { ...asHeaders, 'content-type': 'application/json' }, value });
    expect(event.attributes).toEqual({ ...attributes, datacontenttype: 'application/json' });
    expect(event.data).toEqual({ json: value });
  });

  it.each([
    'application/cloudevents+json',
    'application/cloudevents+json; charset=utf-8',
    'Application/CloudEvents+JSON',
  ])('in structured mode (%s) is read from its value alone', (contentType) => {
    const whole = { ...attributes, datacontenttype: 'application/json', data: { said: 'hello' } };
    const event = readCloudEvent({
      headers: { 'content-type': contentType },
      value: Buffer.from(JSON.stringify(whole)),
    });
    expect(event.attributes).toEqual({ ...attributes, datacontenttype: 'application/json' });
    expect(event.data).toEqual({ value: { said: 'hello' } });
  });

  it('in structured mode has JSON data unless it says otherwise, and may have none', () => {
    const event = readCloudEvent({
      headers: { 'content-type': 'application/cloudevents+json' },
      value: Buffer.from(JSON.stringify(attributes)),
    });
    expect(event.attributes['datacontenttype']).toBe('application/json');
    expect(event.data).toBeUndefined();
  });

  it('in binary mode may have no data, which is a record without a value', () => {
    expect(readCloudEvent({ headers: asHeaders, value: null }).data).toBeUndefined();
  });

  it('keeps unknown attributes, and headers that are no attributes apart', () => {
    const event = readCloudEvent({ headers: { ...asHeaders, ce_comexampleother: 'kept', other: 'left' }, value });
    expect(event.attributes).toMatchObject({ comexampleother: 'kept' });
    expect(event.attributes).not.toHaveProperty('other');
  });

  it.each(['id', 'source', 'type', 'specversion'])('is none without %s', (name) => {
    const { [`ce_${name}`]: _, ...headers } = asHeaders;
    expect(() => readCloudEvent({ headers, value })).toThrow(new NotACloudEvent(`It does not say: ${name}.`));
  });

  it.each([
    ['an event format that is not JSON', { 'content-type': 'application/cloudevents+avro' }, '{}'],
    ['text that is not JSON', { 'content-type': 'application/cloudevents+json' }, 'secret words'],
    ['JSON that is no object', { 'content-type': 'application/cloudevents+json' }, '[1]'],
    ['another version of the specification', { ...asHeaders, ce_specversion: '0.3' }, '{}'],
  ])('is none in %s, and the refusal does not repeat it', (_, headers, text) => {
    const read = () => readCloudEvent({ headers, value: Buffer.from(text) });
    expect(read).toThrow(NotACloudEvent);
    expect(read).not.toThrow(/secret/);
  });

  it('comes back as it was sent, whatever it says (property)', () => {
    const text = fc.string({ minLength: 1, unit: 'grapheme' });
    const event = fc.record({ id: text, source: text, type: text, time: text, key: text, aggregateVersion: fc.nat() });
    fc.assert(
      fc.property(event, (sent) => {
        const { attributes: got } = readCloudEvent({ headers: toHeaders(sent), value });
        expect(got).toMatchObject({
          id: sent.id,
          source: sent.source,
          type: sent.type,
          time: sent.time,
          partitionkey: sent.key,
        });
        expect(got).toMatchObject({ specversion: '1.0', datacontenttype: 'application/json' });
        expect(got['aggregateversion']).toBe(String(sent.aggregateVersion));
      }),
    );
  });

  it('has attribute names that the specification allows: lower case, digits, at most twenty', () => {
    const sent = {
      id: '1',
      source: '/',
      type: 't',
      time: 't',
      key: 'k',
      aggregateVersion: 1,
      traceparent: '00-1-1-01',
    };
    for (const name of Object.keys(toHeaders(sent))) expect(name).toMatch(/^(ce_[a-z0-9]{1,20}|content-type)$/);
  });
});
