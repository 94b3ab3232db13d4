import { disableAreaPolicy, enableAreaPolicy } from '@janela/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ReissuesNeedTwo20261201100200 implements MigrationInterface {
  readonly name = 'ReissuesNeedTwo20261201100200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reissues (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        version integer NOT NULL DEFAULT 1,
        state text NOT NULL DEFAULT 'requested' CONSTRAINT reissues_state_known
          CHECK (state IN ('requested', 'approved', 'refused')),
        payment_id uuid NOT NULL,
        area_code text NOT NULL,
        note text,
        requested_by text NOT NULL,
        requested_at timestamptz NOT NULL DEFAULT now(),
        decided_by text,
        decided_at timestamptz,
        refusal text,
        replacement_id uuid,
        CONSTRAINT reissues_decided_by_another CHECK (decided_by <> requested_by),
        CONSTRAINT reissues_decided_by_somebody CHECK
          ((state = 'requested') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
        CONSTRAINT reissues_refused_with_a_reason CHECK ((state = 'refused') = (refusal IS NOT NULL)),
        CONSTRAINT reissues_approved_with_a_payment CHECK ((state = 'approved') = (replacement_id IS NOT NULL))
      );
      CREATE UNIQUE INDEX reissues_requested_once ON reissues (payment_id) WHERE state = 'requested';
      CREATE INDEX reissues_payment ON reissues (payment_id);
      COMMENT ON TABLE reissues IS 'What failed or came back and is to be paid again: asked for by one, approved by another';
      REVOKE UPDATE, DELETE, TRUNCATE ON reissues FROM janela_app;
      GRANT UPDATE (version, state, decided_by, decided_at, refusal, replacement_id) ON reissues TO janela_app;
      ${enableAreaPolicy('reissues')}

      CREATE FUNCTION reissues_are_decided_once() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION 'a reissue that is % stays so', OLD.state USING ERRCODE = 'check_violation';
        END $$;
      CREATE TRIGGER reissues_decided_once BEFORE UPDATE ON reissues FOR EACH ROW WHEN (OLD.state <> 'requested')
        EXECUTE FUNCTION reissues_are_decided_once();

      CREATE FUNCTION payment_is_reissued_by_two() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF EXISTS (SELECT FROM reissues WHERE replacement_id = NEW.id AND payment_id = NEW.replaces) THEN RETURN NULL; END IF;
          RAISE EXCEPTION 'a payment is made again only where two people agreed' USING ERRCODE = 'check_violation';
        END $$;
      CREATE CONSTRAINT TRIGGER payments_reissued_by_two AFTER INSERT ON payments DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW WHEN (NEW.replaces IS NOT NULL) EXECUTE FUNCTION payment_is_reissued_by_two();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER payments_reissued_by_two ON payments;
      DROP FUNCTION payment_is_reissued_by_two();
      ${disableAreaPolicy('reissues')}
      DROP TABLE reissues;
      DROP FUNCTION reissues_are_decided_once();
    `);
  }
}
