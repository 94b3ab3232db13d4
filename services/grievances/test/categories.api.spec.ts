import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { categories } from './complaints.ts';
import { type Grievances, startGrievances } from './grievances.harness.ts';

let grievances: Grievances;
beforeAll(async () => {
  grievances = await startGrievances();
});
afterAll(() => grievances.stop());

const publish = (list: unknown) => grievances.administrator.untyped.put('/v1/categories', { categories: list });

describe('the categories of a country', () => {
  it('are taken in once, however often they are sent, and listed in their order', async () => {
    expect(await publish(categories)).toMatchObject({
      status: 200,
      body: { published: 0, unchanged: categories.length, retired: 0 },
    });
    const { body } = await grievances.caseworker.get('/v1/categories');
    expect(body).toEqual({ items: categories, next: null });
  });

  it('take no new cases once they are not in the list any more, and do again when they are', async () => {
    const without = categories.filter(({ code }) => code !== 'other');
    expect((await publish(without)).body).toMatchObject({ retired: 1 });
    expect(await grievances.file({ category: 'other' })).toMatchObject({
      status: 422,
      body: { code: 'grievances.category_unknown' },
    });
    expect((await publish(categories)).body).toMatchObject({ retired: 0 });
    expect((await grievances.file({ category: 'other' })).status).toBe(201);
  });

  it('are refused with deadlines out of order, twice, or with a field too many', async () => {
    const [one] = categories;
    const codes = async (...list: unknown[]) => {
      const { status, body } = await publish(list);
      return [status, ...((body['errors'] ?? []) as { code: string }[]).map(({ code }) => code)];
    };
    expect(await codes({ ...one, resolveWithinHours: 1 })).toEqual([400, 'deadlines_out_of_order']);
    expect(await codes({ ...one, escalateWithinHours: 48 })).toEqual([400, 'deadlines_out_of_order']);
    expect(await codes(one, one)).toEqual([400, 'listed_twice']);
    expect(await codes({ ...one, needs: ['household', 'household'] })).toEqual([400, 'listed_twice']);
    expect(await codes({ ...one, colour: 'red' })).toEqual([400, 'unknown_field']);
    expect(await codes()).toEqual([400, 'too_small']);
  });
});
