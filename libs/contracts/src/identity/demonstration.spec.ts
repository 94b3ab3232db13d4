import { describe, expect, it } from '@jest/globals';

import { demonstrationClientId, demonstrationEmail, demonstrationLogins } from './demonstration.ts';
import { roles } from './roles.ts';

describe('demonstration logins', () => {
  it('lets every role be tried', () => {
    const held = new Set<string>(demonstrationLogins.flatMap((one) => one.roles));
    expect([...held].sort()).toEqual([...roles].sort());
  });

  it('gives each person one e-mail address and one machine client', () => {
    const names = demonstrationLogins.map((one) => one.login);
    expect(new Set(names).size).toBe(names.length);
    expect(demonstrationEmail('caseworker')).toBe('caseworker@demo.janela');
    expect(demonstrationClientId('caseworker-lunga')).toBe('demo-caseworker-lunga');
  });

  it('keeps the caseworkers and supervisors of Samfya and Lunga apart, and gives everyone else the country', () => {
    const areasOf = (login: string) => demonstrationLogins.find((one) => one.login === login)?.areas;
    expect([areasOf('caseworker'), areasOf('supervisor')]).toEqual([['ZM104011'], ['ZM104011']]);
    expect([areasOf('caseworker-lunga'), areasOf('supervisor-lunga')]).toEqual([['ZM104005'], ['ZM104005']]);
    const others = demonstrationLogins.filter((one) => !/^(caseworker|supervisor)/.test(one.login));
    expect(new Set(others.flatMap((one) => one.areas))).toEqual(new Set(['ZM']));
  });
});
