import { Column, Entity, PrimaryColumn } from 'typeorm';

export const keyPurposes = ['signing', 'cookies'] as const;
export type KeyPurpose = (typeof keyPurposes)[number];

/** A secret that signs tokens or cookies. */
@Entity('keys')
export class KeyEntity {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  purpose!: KeyPurpose;

  @Column('text')
  sealed!: string;

  @Column('timestamptz')
  activeFrom!: Date;

  @Column('timestamptz', { nullable: true })
  retiresAt!: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}
