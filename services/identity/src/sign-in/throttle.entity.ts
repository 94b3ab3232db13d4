import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Failed sign-ins under one key. */
@Entity('sign_in_throttles')
export class ThrottleEntity {
  @PrimaryColumn('text')
  key!: string;

  @Column('integer')
  failures!: number;

  @Column('timestamptz')
  lastFailedAt!: Date;

  @Column('timestamptz', { nullable: true })
  blockedUntil!: Date | null;
}

/** A browser in which a person has signed in before. */
@Entity('known_devices')
export class KnownDeviceEntity {
  @PrimaryColumn('text')
  mark!: string;

  @Column('timestamptz')
  lastUsedAt!: Date;
}
