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

  @Column({ type: 'uuid', name: 'household_id' })
  householdId!: string;

  @Column({ type: 'text', name: 'area_code' })
  areaCode!: string;

  @Column({ type: 'smallint' })
  position!: number;

  @Column({ type: 'text', name: 'given_names' })
  givenNames!: string;

  @Column({ type: 'text', name: 'family_name' })
  familyName!: string;

  /** The words by which the name is found; see name-words.ts. */
  @Column({ type: 'text', array: true, name: 'name_words' })
  nameWords!: string[];

  @Column({ type: 'text', name: 'name_whole' })
  nameWhole!: string;

  @Column({ type: 'text' })
  sex!: Sex;

  @Column({ type: 'date', name: 'born_on' })
  bornOn!: PlainDate;

  @Column({ type: 'text', name: 'born_on_precision' })
  bornOnPrecision!: DatePrecision;

  @Column({ type: 'text' })
  relationship!: Relationship;

  @Column({ type: 'text', name: 'phone_sealed' })
  phoneSealed!: string | null;

  @Column({ type: 'text', name: 'phone_mark' })
  phoneMark!: string | null;

  @Column({ type: 'text', name: 'marital_status' })
  maritalStatus!: MaritalStatus | null;

  @Column({ type: 'jsonb' })
  functioning!: NonNullable<MemberInput['functioning']> | null;

  @Column({ type: 'boolean', name: 'chronic_illness' })
  chronicIllness!: boolean | null;

  @Column({ type: 'boolean', name: 'palliative_care' })
  palliativeCare!: boolean | null;

  @Column({ type: 'boolean' })
  pregnant!: boolean | null;

  @Column({ type: 'boolean', name: 'attends_school' })
  attendsSchool!: boolean | null;

  @Column({ type: 'text' })
  work!: Work | null;

  @Column({ type: 'boolean' })
  insured!: boolean | null;

  @Column({ type: 'date', name: 'died_on' })
  diedOn!: PlainDate | null;

  @Column({ type: 'text', name: 'death_source' })
  deathSource!: LifeEventSource | null;

  @Column({ type: 'text', name: 'death_certainty' })
  deathCertainty!: 'reported' | 'certified' | null;

  @Column({ type: 'date', name: 'left_on' })
  leftOn!: PlainDate | null;
}
