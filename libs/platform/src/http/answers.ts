import { applyDecorators, SetMetadata, type StreamableFile } from '@nestjs/common';
import type { z } from 'zod';

/** Where a route keeps the schema of its answer. */
export const answersKey = 'janela:answers';

/** What a route may answer beside JSON, where it says so by `@Produces`. */
type File = string | Buffer | StreamableFile;
type Answered<S extends z.ZodType> = z.output<S> | File;
type Route<S extends z.ZodType> = (...args: never[]) => Answered<S> | Promise<Answered<S>>;
type RouteDecorator<S extends z.ZodType> = <R extends Route<S>>(
  target: object,
  key: string | symbol,
  descriptor: TypedPropertyDescriptor<R>,
) => void;

/** The route's JSON answers have this schema: in OpenAPI, to the compiler, and in every spec that calls a `TestService`. */
export function Answers<S extends z.ZodType>(schema: S): RouteDecorator<S> {
  return applyDecorators(SetMetadata(answersKey, schema)) as RouteDecorator<S>;
}

/** The schema that the route declares, if any. */
export function answersOf(handler: object): z.ZodType | undefined {
  return Reflect.getMetadata(answersKey, handler) as z.ZodType | undefined;
}
