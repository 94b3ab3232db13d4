import type { ProgrammeDefinition } from '@janela/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What of a programme stays from version to version. */
export type ProgrammeBase = Omit<ProgrammeDefinition, 'versions'>;

@Entity('programmes')
export class ProgrammeEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  code!: string;

  @Column('integer')
  version!: number;

  @Column('jsonb')
  definition!: ProgrammeBase;

  @Column('text')
  writtenBy!: string;

  @Column('timestamptz')
  writtenAt!: Date;
}
