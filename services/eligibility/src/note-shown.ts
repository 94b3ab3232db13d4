import type { Actor, Audit, Tx } from '@janela/platform';

interface Shown {
  id: string;
  householdId: string;
}

/** Writes into the trail whose applications, enrolments or places a list has shown, and what was asked: one entry a request. */
export async function noteShown(
  tx: Tx,
  audit: Audit,
  actor: Actor,
  kind: 'application' | 'enrolment' | 'waiting-place',
  shown: readonly Shown[],
  asked: Readonly<Record<string, unknown>>,
): Promise<void> {
  const householdIds = [...new Set(shown.map(({ householdId }) => householdId))];
  await audit.add(tx, actor, {
    action: `${kind}.listed`,
    subject: `list:${kind}`,
    details: { asked, ids: shown.map(({ id }) => id), householdIds },
  });
}
