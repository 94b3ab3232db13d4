import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something the issuer must remember: a session, a sign-in under way, a grant, a code, a refresh token. */
@Entity('oidc_records')
export class RecordEntity {
  @PrimaryColumn('text')
  model!: string;

  @PrimaryColumn('bytea')
  idHash!: Buffer;

  @Column('text', { nullable: true })
  grantId!: string | null;

  /** The person whose it is; nothing for a sign-in that has not succeeded. */
  @Column('text', { nullable: true })
  accountId!: string | null;

  @Column('text', { nullable: true })
  uid!: string | null;

  @Column('text')
  sealed!: string;

  @Column('timestamptz', { nullable: true })
  consumedAt!: Date | null;

  @Column('timestamptz')
  expiresAt!: Date;
}
