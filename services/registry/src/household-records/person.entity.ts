import type {
  DatePrecision,
  LifeEventSource,
  MaritalStatus,
  MemberInput,
  PlainDate,
  Relationship,
  Sex,
  Work,
} from '@janela/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('people')
export class PersonEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column('uuid')
  householdId!: string;

  @Column('text')
  areaCode!: string;

  @Column({ type: 'smallint' })
  position!: number;

  @Column('text')
  givenNames!: string;

  @Column('text')
  familyName!: string;

  /** The words by which the name is found; see name-words.ts. */
  @Column({ type: 'text', array: true })
  nameWords!: string[];

  @Column('text')
  nameWhole!: string;

  @Column({ type: 'text' })
  sex!: Sex;

  @Column('date')
  bornOn!: PlainDate;

  @Column('text')
  bornOnPrecision!: DatePrecision;

  @Column({ type: 'text' })
  relationship!: Relationship;

  @Column('text')
  phoneSealed!: string | null;

  @Column('text')
  phoneMark!: string | null;

  @Column('text')
  phoneMasked!: string | null;

  @Column('text')
  maritalStatus!: MaritalStatus | null;

  @Column({ type: 'jsonb' })
  functioning!: NonNullable<MemberInput['functioning']> | null;

  @Column('boolean')
  chronicIllness!: boolean | null;

  @Column('boolean')
  palliativeCare!: boolean | null;

  @Column({ type: 'boolean' })
  pregnant!: boolean | null;

  @Column('boolean')
  attendsSchool!: boolean | null;

  @Column({ type: 'text' })
  work!: Work | null;

  @Column({ type: 'boolean' })
  insured!: boolean | null;

  @Column('date')
  diedOn!: PlainDate | null;

  @Column('text')
  deathSource!: LifeEventSource | null;

  @Column('text')
  deathCertainty!: 'reported' | 'certified' | null;

  @Column('date')
  leftOn!: PlainDate | null;
}
