import type { PublishIdentifierType } from '@janela/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('identifier_types')
export class IdentifierTypeEntity {
  @PrimaryColumn({ type: 'text' })
  type!: string;

  @Column({ type: 'jsonb' })
  name!: PublishIdentifierType['name'];

  @Column({ type: 'text' })
  pattern!: string;

  @Column({ type: 'text' })
  example!: string;

  @Column({ type: 'boolean' })
  unique!: boolean;
}
