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

  @Column('date')
  validFrom!: PlainDate;

  @Column('date')
  validTo!: PlainDate | null;
}
