import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A member of staff. `id` is the subject of their tokens. */
@Entity('people')
export class PersonEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  /** Trimmed and in small letters. */
  @Column('text')
  email!: string;

  @Column('text')
  name!: string;

  @Column('text')
  passwordHash!: string;

  @Column('text', { array: true })
  roles!: string[];

  @Column('text', { array: true })
  areas!: string[];

  @Column('boolean', { default: false })
  demonstration!: boolean;

  @Column('timestamptz', { nullable: true })
  disabledAt!: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  changedAt!: Date;
}
