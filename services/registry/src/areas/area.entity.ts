import type { PlainDate } from '@janela/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('areas')
export class AreaEntity {
  @PrimaryColumn({ type: 'text' })
  code!: string;

  @Column({ type: 'smallint' })
  level!: number;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  parent!: string | null;

  @Column({ type: 'date', name: 'valid_from' })
  validFrom!: PlainDate;

  @Column({ type: 'date', name: 'valid_to' })
  validTo!: PlainDate | null;
}
