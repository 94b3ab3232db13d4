export { type Api, type ApiOptions, bodyOf, createApi, type ServiceName } from './api.ts';
export { type Conditions, conditions } from './conditions.ts';
export type { Paths } from './generated/services.ts';
export { itemsOf, type PageQuery } from './items.ts';
export type { AnswerOf, BodyOf, Checked, Method, OperationAt, TemplatesOf } from './path.ts';
export type { Middleware } from 'openapi-fetch';
