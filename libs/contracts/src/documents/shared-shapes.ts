import { Entitlement } from '../eligibility/entitlement.ts';
import { Reason } from '../eligibility/reason.ts';
import { LocalText } from '../eligibility/rule-set.ts';
import { HouseholdFacts, MemberFacts } from '../registry/household-facts.ts';
import { jsonSchemaOf } from './json-schema.ts';
import type { JsonSchema } from './json-schema.ts';

/** Shapes that several events have in them; the page of events describes each of them once. */
export const sharedShapes: readonly { name: string; schema: JsonSchema }[] = [
  { name: 'Household facts', schema: jsonSchemaOf(HouseholdFacts) },
  { name: 'Member facts', schema: jsonSchemaOf(MemberFacts) },
  { name: 'Reason', schema: jsonSchemaOf(Reason) },
  { name: 'Entitlement', schema: jsonSchemaOf(Entitlement) },
  { name: 'Text', schema: jsonSchemaOf(LocalText) },
];

const byShape = new Map(sharedShapes.map(({ name, schema }) => [shapeOf(schema), name]));

/** The name of the shared shape that a schema is, if it is one. */
export function sharedShapeOf(schema: JsonSchema): string | undefined {
  return schema.properties && byShape.get(shapeOf(schema));
}

function shapeOf(schema: JsonSchema): string {
  return JSON.stringify({ ...schema, $schema: undefined, description: undefined });
}
