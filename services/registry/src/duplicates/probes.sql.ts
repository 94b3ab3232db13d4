/*
 * Pieces of statements that look rows up one by one, each by its key. `OFFSET 0` keeps the planner from joining the tables in an
 * order of its own: while its statistics say that a register which has just been filled is empty, it would read whole tables for
 * every person who is looked for.
 */

/** In SQL: the person with this id, who is alive and there, with these columns; nothing where it is not so. */
export const livingPerson = (id: string, columns: string) =>
  `LATERAL (SELECT ${columns} FROM people WHERE id = ${id} AND died_on IS NULL AND left_on IS NULL OFFSET 0)`;

/** In SQL: the household with this id, while it is one, with these columns; nothing where it is not so. */
export const openHousehold = (id: string, columns = '') =>
  `LATERAL (SELECT ${columns} FROM households WHERE id = ${id} AND state = 'active' OFFSET 0)`;

/** In SQL: the person with this id, also one who has died or left, with these columns. */
export const anyPerson = (id: string, columns: string) =>
  `LATERAL (SELECT ${columns} FROM people WHERE id = ${id} OFFSET 0)`;

/** In SQL: the household with this id, also one that is over, with these columns. */
export const anyHousehold = (id: string, columns: string) =>
  `LATERAL (SELECT ${columns} FROM households WHERE id = ${id} OFFSET 0)`;
