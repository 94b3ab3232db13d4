import type { MigrationInterface, QueryRunner } from 'typeorm';

import { GuardDropProjection20261201150000 } from './guard-drop-projection.migration.ts';
import { NoteFirstOffsets20261201220000 } from './note-first-offsets.migration.ts';
import { NoteNextOffsets20261201035500 } from './note-next-offsets.migration.ts';

/** The tables that let a service speak and listen without losing or doubling anything; the same in every database. */
export class CreateMailboxes20261120080000 implements MigrationInterface {
  readonly name = 'CreateMailboxes20261120080000';

  async up(runner: QueryRunner): Promise<void> {
    const statements = [this.outbox(), this.inbox(), this.parkedEvents(), this.projections(), this.privileges()].flat();
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION drop_projection(text, int)');
    await runner.query(
      'DROP TABLE projections, parked_events, inbox_starts, inbox_heads, inbox, outbox_relays, outbox_shards, outbox_heads, outbox',
    );
    await runner.query('DROP FUNCTION wake_relay()');
  }

  private outbox(): string[] {
    return [
      `CREATE TABLE outbox (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        shard smallint NOT NULL CONSTRAINT outbox_shard_exists CHECK (shard BETWEEN 0 AND 7),
        event_id uuid NOT NULL,
        topic text NOT NULL,
        type text NOT NULL,
        key text NOT NULL,
        aggregate_version bigint NOT NULL,
        data text NOT NULL,
        occurred_at timestamptz NOT NULL DEFAULT now(),
        traceparent text
      ) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_insert_threshold = -1,
              autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 100000)`,
      `COMMENT ON TABLE outbox IS 'Committed events that the broker has not confirmed yet; a confirmed one is deleted'`,
      `COMMENT ON COLUMN outbox.data IS 'The JSON that goes on the wire, byte for byte'`,
      `CREATE TABLE outbox_heads (
        topic text NOT NULL,
        key text NOT NULL,
        version bigint NOT NULL CONSTRAINT outbox_heads_version_positive CHECK (version > 0),
        PRIMARY KEY (topic, key)
      ) WITH (fillfactor = 80)`,
      `COMMENT ON TABLE outbox_heads IS 'The newest version of each aggregate; its row lock makes writers of one aggregate take turns'`,
      `CREATE TABLE outbox_shards (
        shard smallint PRIMARY KEY,
        owner uuid,
        leased_until timestamptz NOT NULL DEFAULT '-infinity',
        waiting boolean NOT NULL DEFAULT false
      ) WITH (fillfactor = 50)`,
      `COMMENT ON COLUMN outbox_shards.waiting IS 'Its owner found nothing and listens: only then is a writer worth a NOTIFY'`,
      `INSERT INTO outbox_shards (shard) SELECT generate_series(0, 7)`,
      `CREATE TABLE outbox_relays (id uuid PRIMARY KEY, seen_at timestamptz NOT NULL)`,
      `COMMENT ON TABLE outbox_relays IS 'Which relays live, so that they can share the shards fairly'`,
      // NOTIFY takes a lock on the whole server until the transaction has committed: with 16 writers a third of their
      // transactions a second is lost to it. So it is sent only when somebody sleeps.
      `CREATE FUNCTION wake_relay() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF EXISTS (SELECT FROM outbox_shards WHERE waiting) THEN PERFORM pg_notify('outbox', ''); END IF;
          RETURN NULL;
        END $$`,
      `CREATE TRIGGER outbox_wakes_relay AFTER INSERT ON outbox FOR EACH STATEMENT EXECUTE FUNCTION wake_relay()`,
    ];
  }

  private inbox(): string[] {
    return [
      `CREATE TABLE inbox (
        consumer text NOT NULL,
        event_id uuid NOT NULL,
        received_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (event_id, consumer)
      )`,
      `COMMENT ON TABLE inbox IS 'Events that a consumer has taken in, once each: applied, or parked where a person sees them'`,
      `CREATE INDEX inbox_received_at ON inbox USING brin (received_at)`,
      `CREATE TABLE inbox_heads (
        consumer text NOT NULL,
        topic text NOT NULL,
        key text NOT NULL,
        version bigint NOT NULL,
        PRIMARY KEY (consumer, topic, key)
      ) WITH (fillfactor = 80)`,
      `COMMENT ON TABLE inbox_heads IS 'The newest version of each aggregate that a consumer has dealt with; older ones are duplicates'`,
      `CREATE TABLE inbox_starts (
        consumer text NOT NULL,
        topic text NOT NULL,
        partition int NOT NULL,
        "offset" bigint NOT NULL,
        starts int NOT NULL,
        PRIMARY KEY (consumer, topic, partition)
      ) WITH (fillfactor = 50)`,
      `COMMENT ON TABLE inbox_starts IS 'Work begun and not known to have ended: an event that kills the process is found by it'`,
    ];
  }

  private parkedEvents(): string[] {
    return [
      `CREATE TABLE parked_events (
        id uuid PRIMARY KEY,
        consumer text NOT NULL,
        topic text NOT NULL,
        partition int NOT NULL,
        "offset" bigint NOT NULL,
        key text,
        event_id uuid,
        type text,
        aggregate_version bigint,
        reason text NOT NULL,
        error text,
        attempts int NOT NULL DEFAULT 1,
        headers jsonb NOT NULL,
        payload bytea,
        sealed_payload text,
        payload_bytes int NOT NULL,
        state text NOT NULL DEFAULT 'waiting' CONSTRAINT parked_events_state_known CHECK (state IN ('waiting', 'retried', 'set_aside')),
        parked_at timestamptz NOT NULL DEFAULT now(),
        settled_at timestamptz,
        settled_by text,
        settled_because text,
        CONSTRAINT parked_events_settled_by_someone CHECK ((state = 'waiting') = (settled_at IS NULL)),
        CONSTRAINT parked_events_set_aside_because CHECK (state <> 'set_aside' OR settled_because IS NOT NULL),
        CONSTRAINT parked_events_payload_clear_or_sealed CHECK (payload IS NULL OR sealed_payload IS NULL)
      )`,
      `COMMENT ON TABLE parked_events IS 'Events that could not be applied, and those of the same aggregate that wait behind them'`,
      `COMMENT ON COLUMN parked_events.payload IS 'The value as it came; null for a tombstone, for one over the limit, and for a personal topic, where it is sealed'`,
      `CREATE UNIQUE INDEX parked_events_offset_once ON parked_events (consumer, topic, partition, "offset")`,
      `CREATE INDEX parked_events_waiting ON parked_events (consumer, topic, key, aggregate_version) WHERE state = 'waiting'`,
      `CREATE INDEX parked_events_event_id ON parked_events (event_id)`,
    ];
  }

  private projections(): string[] {
    return [
      `CREATE TABLE projections (
        name text NOT NULL,
        version int NOT NULL CONSTRAINT projections_version_positive CHECK (version > 0),
        state text NOT NULL DEFAULT 'building' CONSTRAINT projections_state_known CHECK (state IN ('building', 'active', 'retired')),
        created_at timestamptz NOT NULL DEFAULT now(),
        activated_at timestamptz,
        retired_at timestamptz,
        PRIMARY KEY (name, version)
      )`,
      `COMMENT ON TABLE projections IS 'Which version of a projection readers see; the tables of version 2 of coverage are in schema coverage_v2'`,
      `CREATE UNIQUE INDEX projections_one_active ON projections (name) WHERE state = 'active'`,
      // The application role may not drop anything; this one thing it may, and only when no reader can be looking.
      `CREATE FUNCTION drop_projection(projection text, old_version int) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
         SET search_path = pg_catalog, public AS $$
        BEGIN
          PERFORM FROM projections p WHERE p.name = projection AND p.version = old_version AND p.state = 'retired' FOR UPDATE;
          IF NOT FOUND THEN RAISE EXCEPTION 'version % of % is not retired', old_version, projection; END IF;
          EXECUTE format('DROP SCHEMA IF EXISTS %I CASCADE', projection || '_v' || old_version);
          DELETE FROM projections p WHERE p.name = projection AND p.version = old_version;
        END $$`,
      `REVOKE ALL ON FUNCTION drop_projection(text, int) FROM PUBLIC`,
      `GRANT EXECUTE ON FUNCTION drop_projection(text, int) TO janela_app`,
    ];
  }

  /** Less than the default, which is to read and write rows of every kind: what was said, heard or given up stays as it was. */
  private privileges(): string[] {
    return [
      `REVOKE UPDATE, TRUNCATE ON outbox, inbox FROM janela_app`,
      `REVOKE DELETE, TRUNCATE ON outbox_heads, outbox_shards, inbox_heads, parked_events FROM janela_app`,
      `REVOKE INSERT ON outbox_shards FROM janela_app`,
      `REVOKE INSERT, DELETE, TRUNCATE ON projections FROM janela_app`,
    ];
  }
}

/** What a service adds to its own list of migrations, before them. */
export const mailboxMigrations = [
  CreateMailboxes20261120080000,
  GuardDropProjection20261201150000,
  NoteFirstOffsets20261201220000,
  NoteNextOffsets20261201035500,
];
