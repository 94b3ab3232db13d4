import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('identifiers')
export class IdentifierEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'person_id' })
  personId!: string;

  @Column({ type: 'text', name: 'area_code' })
  areaCode!: string;

  @Column({ type: 'text' })
  type!: string;

  @Column({ type: 'text', name: 'value_sealed' })
  valueSealed!: string;

  @Column({ type: 'text' })
  mark!: string;
}
