import { describe, expect, it } from '@jest/globals';

import { SnakeNamingStrategy } from './snake-naming.ts';

describe('a column', () => {
  const names = new SnakeNamingStrategy();

  it.each([
    ['id', 'id'],
    ['bornOn', 'born_on'],
    ['submittedByName', 'submitted_by_name'],
    ['lastSeenIP', 'last_seen_ip'],
    ['IDNumber', 'id_number'],
    ['line2Text', 'line2_text'],
    ['already_so', 'already_so'],
  ])('of the property %s is named %s', (property, column) => {
    expect(names.columnName(property, undefined, [])).toBe(column);
  });

  it('keeps the name that its entity gives it', () => {
    expect(names.columnName('notes', 'acted_by', [])).toBe('acted_by');
  });

  it('inside another is named after both', () => {
    expect(names.columnName('postCode', undefined, ['homeAddress'])).toBe('home_address_post_code');
  });
});
