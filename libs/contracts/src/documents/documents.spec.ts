import { Parser } from '@asyncapi/parser';
import { describe, expect, it } from '@jest/globals';

import { readCommitted, readPublished, readTopics, schemasAmong } from '../../bin/generate.ts';
import { breakingChanges } from './breaking-changes.ts';
import { documents } from './documents.ts';
import type { JsonSchema } from './json-schema.ts';

const files = documents(readTopics());

describe('what is written from the catalogue', () => {
  it('is what is committed: if not, run `npm run generate` and commit the files', () => {
    const stale = [...files].filter(([path, text]) => readCommitted(path) !== text).map(([path]) => path);
    expect(stale).toEqual([]);
  });

  it('marks as planned what no service publishes yet', () => {
    const page = files.get('docs/events.md') ?? '';
    expect(page).toContain('| [`eligibility.referral.made.v1`](#eligibilityreferralmadev1) | **Planned.** A household');
    expect(page).toContain('| [`registry.household.moved.v1`](#registryhouseholdmovedv1) | A household lives');
  });

  it('breaks no event that was published', () => {
    expect(breakingChanges(readPublished(), schemasAmong(files))).toEqual([]);
  });

  it('is an AsyncAPI document without an error', async () => {
    const { document, diagnostics } = await new Parser().parse(files.get('docs/asyncapi.json') ?? '');
    const errors = diagnostics
      .filter(({ severity }) => severity === 0)
      .map(({ message, path }) => `${path.join('/')}: ${message}`);
    expect(errors).toEqual([]);
    expect(document?.channels().all().length).toBeGreaterThan(10);
  });

  it('explains every event and every field on the page for people', () => {
    const page = files.get('docs/events.md') ?? '';
    expect(page).toContain(
      'Topic `payments.instruction.<branch>` (personal, kept seven days; partitions: payments.instruction.sandbox: 12)',
    );
    expect(page).toContain('| `entitlement` | [Entitlement](#entitlement) | if known |');
    expect(page).not.toMatch(/undefined|\[object/);
  });
});

describe('a change to a published event', () => {
  const schema = (max: number): JsonSchema => ({
    type: 'object',
    properties: { a: { type: 'string', maxLength: max } },
  });
  const type = 'registry.household.registered.v1';

  it('says what breaks and what the developer does about it', () => {
    const [advice, ...others] = breakingChanges(new Map([[type, schema(9)]]), new Map([[type, schema(8)]]));
    expect(others).toEqual([]);
    expect(advice).toContain(`${type}: /a has a tighter maxLength: 8.`);
    expect(advice).toContain('define registry.household.registered.v2 beside it');
    expect(advice).toContain('delete libs/contracts/schemas/registry.household.registered.v1.json');
  });

  it('does not let an event disappear', () => {
    expect(breakingChanges(new Map([[type, schema(9)]]), new Map())).toEqual([
      expect.stringContaining(`${type}: is no longer there`),
    ]);
  });

  it('lets an event grow, and new ones come', () => {
    const now = new Map([
      [type, schema(10)],
      ['registry.household.split.v1', schema(1)],
    ]);
    expect(breakingChanges(new Map([[type, schema(9)]]), now)).toEqual([]);
  });
});
