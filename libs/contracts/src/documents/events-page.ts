import type { AnyEvent } from '../event.ts';
import { fieldsOf } from './fields.ts';
import { jsonSchemaOf } from './json-schema.ts';
import type { JsonSchema } from './json-schema.ts';
import { sharedShapes } from './shared-shapes.ts';
import type { Topic } from './topics.ts';

const introduction = `# Events

Written by \`npm run generate\` from \`libs/contracts\`; change it there.

An event is a fact in the past tense, \`<service>.<aggregate>.<past>.v<n>\`. It travels on the topic of its first two segments, keyed
by its aggregate's id, so that the events of one household or one payment arrive in the order in which they happened; each carries
\`aggregateVersion\`, which counts them. On the wire it is a CloudEvent 1.0 in Kafka binary mode, the data as JSON.

**Facts** are pseudonymous and kept for ever. **Personal** topics hold names and accounts: one reader each, gone after seven days.
Amounts are whole minor units of their currency; dates are days without a zone; instants are UTC. A field that is absent is not
known. Readers ignore fields that they do not know; a change that would break a reader is a new version beside the old one. **Planned**: the contract stands, and no service publishes the event yet.
`;

/** The page of events for people: a table for each service, then every event with its fields. */
export function eventsPage(events: readonly AnyEvent[], topics: readonly Topic[]): string {
  const byService = [...Map.groupBy(events, ({ service }) => service)];
  return [
    introduction,
    ...byService.map(([service, those]) => serviceTable(service, those)),
    ...events.map((event) => eventSection(event, topics)),
    '## Shapes in several events\n',
    ...sharedShapes.map(({ name, schema }) => `### ${name}\n\n${fieldTable(schema)}`),
  ].join('\n');
}

function serviceTable(service: string, events: readonly AnyEvent[]): string {
  const rows = events.map((event) => `| [\`${event.type}\`](#${anchor(event.type)}) | ${says(event)} |`);
  return `## ${service}\n\n| event | says |\n| --- | --- |\n${rows.join('\n')}\n`;
}

function eventSection(event: AnyEvent, topics: readonly Topic[]): string {
  const own = topics.filter(({ name }) => event.mayArriveOn(name));
  const topic = event.branched ? `${event.topic}.<branch>` : event.topic;
  const partitions = own
    .map(({ name, partitions }) => (event.branched ? `${name}: ${partitions}` : partitions))
    .join(', ');
  const kept = event.kind === 'facts' ? 'facts, kept for ever' : 'personal, kept seven days';
  const where = `Topic \`${topic}\` (${kept}; partitions: ${partitions}), key \`${event.keyField}\`.`;
  return `### ${event.type}\n\n${says(event)}\n\n${where}\n\n${fieldTable(jsonSchemaOf(event.data))}`;
}

function says({ planned, summary }: AnyEvent): string {
  return planned ? `**Planned.** ${summary}` : summary;
}

function fieldTable(schema: JsonSchema): string {
  const rows = fieldsOf(schema).map(
    ({ path, holds, required, says }) => `| \`${path}\` | ${holds} | ${required ? 'always' : 'if known'} | ${says} |`,
  );
  return `| field | holds | there | |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

/** As GitHub makes it of a heading. */
function anchor(type: string): string {
  return type.replaceAll('.', '');
}
