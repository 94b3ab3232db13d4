import type { ConsentMethod, ConsentPurpose, PlainDate } from '@janela/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('consents')
export class ConsentEntity {
  @PrimaryColumn({ type: 'uuid', name: 'household_id' })
  householdId!: string;

  @Column({ type: 'text', name: 'area_code' })
  areaCode!: string;

  @PrimaryColumn({ type: 'text' })
  purpose!: ConsentPurpose;

  @Column({ type: 'date', name: 'given_on' })
  givenOn!: PlainDate;

  @Column({ type: 'text' })
  method!: ConsentMethod;

  @Column({ type: 'date', name: 'withdrawn_on' })
  withdrawnOn!: PlainDate | null;
}
