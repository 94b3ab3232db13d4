import type { Paths, ServiceName } from './api.ts';

export type Method = 'get' | 'post' | 'put' | 'patch';

/** A path template with what stands for its parameters: `/v1/cycles/{id}` is `/v1/cycles/${string}`. */
type Filled<Template> = Template extends `${infer Start}{${string}}${infer Rest}`
  ? `${Start}${string}${Filled<Rest>}`
  : Template;

type TemplatesOf<Service extends ServiceName, M extends Method> = {
  [Path in keyof Paths[Service]]: Paths[Service][Path] extends Record<M, object> ? Path : never;
}[keyof Paths[Service]];

/** A path that a service answers by this method, with or without a query. */
export type PathOf<Service extends ServiceName, M extends Method> =
  Filled<TemplatesOf<Service, M>> | `${Filled<TemplatesOf<Service, M>> & string}?${string}`;
