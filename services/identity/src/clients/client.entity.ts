import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A machine that asks for tokens in its own name. */
@Entity('clients')
export class ClientEntity {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  name!: string;

  @Column('bytea')
  secretHash!: Buffer;

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
}
