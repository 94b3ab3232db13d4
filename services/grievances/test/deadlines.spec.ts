import { setTimeout as pause } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Case, CaseEscalated } from '@janela/contracts';

import { CasesJobs } from '../src/cases/cases.jobs.ts';
import { type Grievances, startGrievances } from './grievances.harness.ts';

let grievances: Grievances;
beforeAll(async () => {
  grievances = await startGrievances();
});
afterAll(() => grievances.stop());

/** So much time passes for a case while the service is away; then it is back, and does what has become due. */
async function letPass(id: string, hours: number): Promise<Case> {
  const ago = `- make_interval(hours => $2::int)`;
  const columns = 'filed_at acknowledge_by resolve_by escalate_by acknowledged_at reminded_at overdue_at'.split(' ');
  const shifted = columns.map((column) => `${column} = ${column} ${ago}`).join(', ');
  await grievances.rows(`UPDATE cases SET ${shifted} WHERE id = $1`, [id, hours]);
  await grievances.rows(
    `UPDATE due_work SET due_at = due_at ${ago}, next_at = next_at ${ago}, hinted_at = NULL, version = version + 1
     WHERE ids->>'caseId' = $1 AND done_at IS NULL`,
    [id, hours],
  );
  for (;;) {
    const [row] = await grievances.rows<{ busy: boolean }>(
      `SELECT EXISTS (SELECT FROM due_work WHERE ids->>'caseId' = $1 AND done_at IS NULL AND (next_at <= now() OR attempts > 0)) AS busy`,
      [id],
    );
    if (!row?.busy) break;
    await pause(50);
  }
  return (await grievances.officer.get(`/v1/cases/${id}`)).body;
}

const actions = ({ steps = [] }: Case) => steps.map(({ action }) => action);

describe('a case that no officer looks at', () => {
  it('is brought back to mind, is overdue and goes to the next level, each once, up to the highest', async () => {
    const { body: filed } = await grievances.file({});
    expect(actions(await letPass(filed.id, 47))).toEqual(['filed']);
    expect(actions(await letPass(filed.id, 1))).toEqual(['filed', 'reminded']);
    const late = await letPass(filed.id, 300);
    expect(late).toMatchObject({ state: 'filed', overdue: true });
    expect(actions(late)).toEqual(['filed', 'reminded', 'overdue']);
    const escalated = await letPass(filed.id, 200);
    expect(escalated).toMatchObject({ state: 'escalated', level: 'province', overdue: false });
    const national = await letPass(filed.id, 5_000);
    expect(national.level).toBe('national');
    expect(actions(await letPass(filed.id, 5_000))).toEqual([
      ...['filed', 'reminded', 'overdue', 'escalated'],
      ...['reminded', 'overdue', 'escalated', 'reminded', 'overdue'],
    ]);
    const events = await grievances.published(CaseEscalated);
    expect(events.filter(({ key }) => key === filed.id).map(({ data }) => [data.level, data.overdue])).toEqual([
      ['province', true],
      ['national', true],
    ]);
  });

  it('is acted on once for each deadline that was missed, however often the clock looks', async () => {
    const { body: filed } = await grievances.file({});
    await letPass(filed.id, 600);
    const jobs = grievances.service.running.app.get(CasesJobs);
    const look = () => grievances.asService((tx) => jobs.meet({ ids: { caseId: filed.id } }, tx));
    await Promise.all([look(), look(), look()]);
    const { body } = await grievances.officer.get(`/v1/cases/${filed.id}`);
    expect(actions(body)).toEqual(['filed', 'reminded', 'overdue', 'escalated']);
  });
});

describe('a case that an officer works on', () => {
  it('does not remind its officer, and is left alone once it is answered', async () => {
    const { body: filed } = await grievances.file({});
    const { body: assigned } = await grievances.act(filed, { action: 'assign' });
    const waiting = await letPass(filed.id, 300);
    expect(actions(waiting)).toEqual(['filed', 'assigned']);
    const { body: resolved } = await grievances.act(assigned, {
      action: 'resolve',
      resolution: 'upheld',
      answer: 'It was so.',
    });
    expect(actions(await letPass(filed.id, 5_000))).toEqual(['filed', 'assigned', 'resolved']);
    const { body: reopened } = await grievances.act(resolved, { action: 'reopen', note: 'It still is.' });
    expect(reopened.overdue).toBe(false);
    expect(actions(await letPass(filed.id, 340))).toEqual(['filed', 'assigned', 'resolved', 'reopened', 'overdue']);
  });

  it('goes to the next level without an officer when it is not answered in time', async () => {
    const { body: filed } = await grievances.file({});
    await grievances.act(filed, { action: 'assign' });
    const escalated = await letPass(filed.id, 505);
    expect(escalated).toMatchObject({ state: 'escalated', level: 'province' });
    expect(escalated.assignedTo).toBeUndefined();
    expect(escalated.steps?.at(-1)).toMatchObject({ action: 'escalated', by: 'grievances' });
  });
});
