import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was approved and not all handed over is known by what it is now, without what makes others good: for cycles whose
 * dispatch had been asked for before lists had such a fingerprint, and for those that were given one with more in it.
 */
export class HashWhatWasApproved20261201210000 implements MigrationInterface {
  readonly name = 'HashWhatWasApproved20261201210000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE cycles c SET lines_hash = (
        SELECT sha256(coalesce(string_agg(piece, ''::bytea ORDER BY ending), ''::bytea)) FROM (
          SELECT right(p.id::text, 2) AS ending, sha256(convert_to(string_agg(concat_ws('|', p.id, p.enrolment_id, p.amount_minor, p.currency,
            coalesce(CASE WHEN was.payment_id IS NULL THEN p.payee_id ELSE was.payee_before END::text, '-'),
            coalesce(CASE WHEN was.payment_id IS NULL THEN p.provider ELSE was.provider_before END, '-'),
            coalesce(CASE WHEN was.payment_id IS NULL THEN p.channel ELSE was.channel_before END, '-')), E'\\n' ORDER BY p.id), 'UTF8')) AS piece
          FROM payments p LEFT JOIN (
            SELECT DISTINCT ON (payment_id) payment_id, payee_before, provider_before, channel_before FROM payment_confirmations
            WHERE confirmed_by IS NOT NULL ORDER BY payment_id, id) was ON was.payment_id = p.id
          WHERE p.cycle_id = c.id AND p.replaces IS NULL GROUP BY 1) pieces)
      WHERE c.state = 'approved'
        AND (c.lines_hash IS NULL OR EXISTS (SELECT FROM payments p WHERE p.cycle_id = c.id AND p.replaces IS NOT NULL))
    `);
  }

  /** What is known of a list stays known. */
  async down(): Promise<void> {}
}
