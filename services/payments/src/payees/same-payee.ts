/**
 * In SQL: the payees `a` and `b` are not paid the same way: another person, name, channel, provider or account. Designated again, they are
 * the same, and so is a name that was kept before names were marked.
 */
export const isAnotherPayee = (a: string, b: string) =>
  `((${a}.person_id, ${a}.channel, ${a}.provider, ${a}.account_mark) IS DISTINCT FROM (${b}.person_id, ${b}.channel, ${b}.provider, ${b}.account_mark)
    OR coalesce(${a}.name_mark <> ${b}.name_mark, false))`;
