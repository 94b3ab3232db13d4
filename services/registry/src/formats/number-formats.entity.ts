import type { PublishNumberFormats } from '@janela/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One row: a register is of one country. */
@Entity('number_formats')
export class NumberFormatsEntity {
  @PrimaryColumn({ type: 'smallint' })
  id!: number;

  @Column({ type: 'jsonb' })
  telephone!: PublishNumberFormats['telephone'];

  @Column({ type: 'jsonb' })
  accounts!: PublishNumberFormats['accounts'];

  @Column({ type: 'text', array: true })
  providers!: string[] | null;
}
