/** In SQL: the payees `a` and `b` are not paid the same way: another person, channel, provider or account. Told again, they are the same. */
export const isAnotherPayee = (a: string, b: string) =>
  `(${a}.person_id, ${a}.channel, ${a}.provider, ${a}.account_mark) IS DISTINCT FROM (${b}.person_id, ${b}.channel, ${b}.provider, ${b}.account_mark)`;
