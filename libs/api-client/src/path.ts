import type { ServiceName } from './api.ts';
import type { Paths } from './generated/services.ts';

export type Method = 'get' | 'post' | 'put' | 'patch';

/** The path templates that a service has by a method. */
export type TemplatesOf<Service extends ServiceName, M extends Method> = {
  [Template in keyof Paths[Service] & string]: Paths[Service][Template] extends Record<M, object> ? Template : never;
}[keyof Paths[Service] & string];

type FirstOf<Template extends string> = Template extends `/${infer First}/${string}`
  ? First
  : Template extends `/${infer Last}`
    ? Last
    : '';

type AfterFirst<Template extends string, First extends string> = Template extends `/${First}`
  ? ''
  : Template extends `/${First}/${infer Rest}`
    ? `/${Rest}`
    : never;

/** Templates as a tree of their segments, `''` where one ends: `{ v1: { cycles: { '': {}; '{id}': { submit: { '': {} } } } } }`. */
type TreeOf<Templates extends string> = { [First in FirstOf<Templates>]: TreeOf<AfterFirst<Templates, First>> };

/** The branch that a segment takes: its own, or else that of a parameter. What is not known before it runs is a parameter. */
type BranchFor<Tree, Segment> = Segment extends ''
  ? never
  : Segment extends keyof Tree
    ? Segment
    : { [Parameter in keyof Tree]: Segment extends FilledIn<Parameter> ? Parameter : never }[keyof Tree];

/** What a segment with a parameter stands for: `{id}` for any text, `{name}.json` for what ends so. */
type FilledIn<Segment> = Segment extends `${infer Start}{${string}}${infer End}` ? `${Start}${string}${End}` : never;

type FoundIn<Tree, Path extends string, Before extends string> = Path extends `/${infer First}/${infer Rest}`
  ? {
      [Branch in BranchFor<Tree, First> & string]: FoundIn<At<Tree, Branch>, `/${Rest}`, `${Before}/${Branch}`>;
    }[BranchFor<Tree, First> & string]
  : Path extends `/${infer Last}`
    ? {
        [Branch in BranchFor<Tree, Last> & string]: '' extends keyof At<Tree, Branch> ? `${Before}/${Branch}` : never;
      }[BranchFor<Tree, Last> & string]
    : never;

type At<Tree, Branch> = Branch extends keyof Tree ? Tree[Branch] : never;

type WithoutQuery<Path extends string> = Path extends `${infer Start}?${string}` ? Start : Path;

/**
 * The template that a written path is of, compared segment by segment: `/v1/cycles/{id}/submit` for `` `/v1/cycles/${id}/submit` ``;
 * `never` where the service has none by this method.
 */
export type TemplateOf<Service extends ServiceName, M extends Method, Path extends string> = FoundIn<
  TreeOf<TemplatesOf<Service, M>>,
  WithoutQuery<Path>,
  ''
>;

type NamesIn<Query extends string> = Query extends `${infer Name}=${infer Rest}`
  ? Name | (Rest extends `${string}&${infer More}` ? NamesIn<More> : never)
  : never;

/** The names that a path's query has and its operation does not know; a query that is not known before it runs has none. */
type UnknownNames<Path extends string, Operation> = Path extends `${string}?${infer Query}`
  ? Exclude<NamesIn<Query>, keyof NonNullable<PropertyOf<PropertyOf<Operation, 'parameters'>, 'query'>>>
  : never;

type PropertyOf<Value, Name extends string> = Value extends { [Key in Name]?: infer Property } ? Property : never;

/** What a service does at a written path, as its document has it. */
export type OperationAt<Service extends ServiceName, M extends Method, Path extends string> = Path extends string
  ? OperationOf<Service, M, TemplateOf<Service, M, Path>>
  : never;

type OperationOf<Service extends ServiceName, M extends Method, Template> = Template extends keyof Paths[Service]
  ? PropertyOf<Paths[Service][Template], M>
  : never;

/** A written path, with or without a query, when the service has it by this method; else a sentence that nothing can be assigned to. */
export type Checked<Service extends ServiceName, M extends Method, Path extends string> = Path extends string
  ? [TemplateOf<Service, M, Path>] extends [never]
    ? `${Service} has no such ${M} route`
    : [UnknownNames<Path, OperationAt<Service, M, Path>>] extends [never]
      ? Path
      : `the route has no ${UnknownNames<Path, OperationAt<Service, M, Path>> & string} in its query`
  : never;

/** The body that an operation takes; `never` for one that takes none. */
export type BodyOf<Operation> = Operation extends { requestBody: { content: infer Content } }
  ? Content[keyof Content]
  : never;

/** The JSON that an operation answers when it is done; anything where it answers something else. */
export type AnswerOf<Operation> = Operation extends { responses: infer Responses }
  ? { [Status in keyof Responses & (200 | 201 | 202)]: JsonOf<Responses[Status]> }[keyof Responses & (200 | 201 | 202)]
  : never;

type JsonOf<Response> = Response extends { content: { 'application/json': infer Json } }
  ? Json
  : Record<string, unknown>;
