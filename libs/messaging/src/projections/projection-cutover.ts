import type { Tx } from '@janela/platform';

import type { Position } from '../bus/event-bus.ts';
import type { ProjectionMark } from '../subscriptions/on-event.ts';
import type { Transact } from './transact.ts';

/** Lets a new version of a projection take over once it has caught up, in one step that readers see whole or not at all. */
export class ProjectionCutover {
  private ends?: ReadonlyMap<string, bigint> | undefined;

  constructor(
    private readonly mark: ProjectionMark,
    private readonly consumer: string,
    private readonly transact: Transact,
  ) {}

  /**
   * Called now and then with how far the new version has read. It has caught up when it has read all that there was the last
   * time; with an event of its own still parked it would show less than the old one, and waits. Returns whether it took over.
   */
  async consider(positions: readonly Position[]): Promise<boolean> {
    const { ends } = this;
    this.ends = new Map(positions.map((position) => [partitionOf(position), position.end]));
    if (!ends || positions.some((position) => position.committed < (ends.get(partitionOf(position)) ?? 0n)))
      return false;
    return this.transact((tx) => this.cutOver(tx));
  }

  private async cutOver(tx: Tx): Promise<boolean> {
    const { name, version } = this.mark;
    const versions = await tx.query<{ version: number; state: string }[]>(
      'SELECT version, state FROM projections WHERE name = $1 ORDER BY version FOR UPDATE',
      [name],
    );
    if (versions.find((each) => each.version === version)?.state !== 'building') return false;
    const [parked] = await tx.query<unknown[]>(
      `SELECT FROM parked_events WHERE consumer = $1 AND state = 'waiting' LIMIT 1`,
      [this.consumer],
    );
    if (parked || versions.some((each) => each.version > version && each.state === 'active')) return false;
    await tx.query(
      `UPDATE projections SET state = 'retired', retired_at = now() WHERE name = $1 AND state = 'active'`,
      [name],
    );
    await tx.query(`UPDATE projections SET state = 'active', activated_at = now() WHERE name = $1 AND version = $2`, [
      name,
      version,
    ]);
    return true;
  }
}

const partitionOf = ({ topic, partition }: Position) => `${topic} ${partition}`;
