import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A machine that asks for tokens in its own name. */
@Entity('clients')
export class ClientEntity {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  name!: string;

  @Column('bytea', { name: 'secret_hash' })
  secretHash!: Buffer;

  @Column('text', { array: true })
  roles!: string[];

  @Column('text', { array: true })
  areas!: string[];

  @Column('boolean', { default: false })
  demonstration!: boolean;

  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt!: Date | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
