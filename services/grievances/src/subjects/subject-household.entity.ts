import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('subject_households')
export class SubjectHouseholdEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column('text')
  areaCode!: string;

  @Column('uuid')
  mergedInto!: string | null;
}
