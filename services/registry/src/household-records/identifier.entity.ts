import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('identifiers')
export class IdentifierEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column('uuid')
  personId!: string;

  @Column('text')
  areaCode!: string;

  @Column({ type: 'text' })
  type!: string;

  @Column('text')
  valueSealed!: string;

  @Column({ type: 'text' })
  mark!: string;

  @Column('text')
  valueMasked!: string | null;
}
