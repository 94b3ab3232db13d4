import { snakeCase } from '@janela/platform';

/** Who comes first on a waiting list: by the programme's rank, then by time, then by id, so that no two share a place. */
const columns = ['rankKey', 'waitingSince', 'applicationId'] as const;

/** For a query builder whose alias is `enrolment`. */
export const waitingOrder = Object.fromEntries(columns.map((column) => [`enrolment.${column}`, 'ASC'] as const));

/** `rank_key, waiting_since, application_id` */
export const waitingOrderSql = columns.map(snakeCase).join(', ');
