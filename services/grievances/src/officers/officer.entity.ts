import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('officers')
export class OfficerEntity {
  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text' })
  name!: string | null;

  @Column({ type: 'text', array: true })
  roles!: string[];

  @Column({ type: 'text', array: true })
  areas!: string[];

  @Column({ type: 'boolean' })
  active!: boolean;
}
