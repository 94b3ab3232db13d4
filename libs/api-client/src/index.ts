export { type Api, type ApiOptions, bodyOf, createApi, type Paths, type ServiceName } from './api.ts';
export type { Method, PathOf } from './path.ts';
export type { Middleware } from 'openapi-fetch';
