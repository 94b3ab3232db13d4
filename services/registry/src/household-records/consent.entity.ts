import type { ConsentMethod, ConsentPurpose, PlainDate } from '@janela/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('consents')
export class ConsentEntity {
  @PrimaryColumn('uuid')
  householdId!: string;

  @Column('text')
  areaCode!: string;

  @PrimaryColumn({ type: 'text' })
  purpose!: ConsentPurpose;

  @Column('date')
  givenOn!: PlainDate;

  @Column({ type: 'text' })
  method!: ConsentMethod;

  @Column('date')
  withdrawnOn!: PlainDate | null;
}
