import { describe, expect, it } from '@jest/globals';
import { hash } from '@node-rs/argon2';

import { hashPassword, isOutdatedHash, passwordMatches } from './password.ts';

describe('passwords', () => {
  it('are kept as argon2id, salted, and recognised again', async () => {
    const [first, second] = await Promise.all([hashPassword('lake water at dusk'), hashPassword('lake water at dusk')]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(first).not.toBe(second);
    expect(await passwordMatches(first, 'lake water at dusk')).toBe(true);
    expect(await passwordMatches(first, 'Lake water at dusk')).toBe(false);
  });

  it('do not depend on how a keyboard composes an accent', async () => {
    const composed = await hashPassword('palavra-passe com cora\u00e7\u00e3o');
    expect(await passwordMatches(composed, 'palavra-passe com corac\u0327a\u0303o')).toBe(true);
  });

  it('match nothing when the stored hash is damaged', async () => {
    expect(await passwordMatches('not a hash', 'not a hash')).toBe(false);
    expect(await passwordMatches('', '')).toBe(false);
  });

  it('are hashed again when the cost has been raised since', async () => {
    expect(isOutdatedHash(await hashPassword('lake water at dusk'))).toBe(false);
    expect(isOutdatedHash(await hash('lake water at dusk', { memoryCost: 8_192, timeCost: 1, parallelism: 1 }))).toBe(
      true,
    );
  });
});
