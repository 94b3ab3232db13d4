import type { Scorecard } from '@janela/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('scorecards')
export class ScorecardEntity {
  @PrimaryColumn('text')
  code!: string;

  @Column('jsonb')
  definition!: Scorecard;

  @Column('text')
  writtenBy!: string;

  @Column('timestamptz')
  writtenAt!: Date;
}
