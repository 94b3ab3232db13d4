import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DeliveryChannel, LocalText } from '@janela/contracts';

/** Who pays out. */
@Entity('providers')
export class ProviderEntity {
  @PrimaryColumn('text')
  code!: string;

  @Column('uuid', { default: () => 'uuidv7()' })
  id!: string;

  @Column('jsonb')
  name!: LocalText;

  @Column('text', { array: true })
  channels!: DeliveryChannel[];

  @Column('boolean', { default: true })
  active!: boolean;
}
