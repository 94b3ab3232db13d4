import { describe, expect, it } from '@jest/globals';

import { AppError, refusalKinds } from './app-error.ts';
import { appErrors } from './app-errors.ts';

const { BoxNotFound, BoxClosed } = appErrors('app-errors-spec', {
  BoxNotFound: [404, 'box_not_found', 'There is no such box'],
  BoxClosed: [409, 'box_closed', 'The box is closed'],
});

describe('a table of refusals', () => {
  it('gives a class for each, with its name, code, status and title', () => {
    const refusal = new BoxNotFound();
    expect(refusal).toBeInstanceOf(AppError);
    expect(refusal).toMatchObject({
      name: 'BoxNotFound',
      code: 'app-errors-spec.box_not_found',
      status: 404,
      title: 'There is no such box',
      message: 'There is no such box',
    });
    expect(refusal instanceof BoxClosed).toBe(false);
  });

  it('takes a sentence, and what goes with it, each time one is thrown', () => {
    const refusal = new BoxClosed('It was closed in May', { members: { currentVersion: 2 } });
    expect(refusal).toMatchObject({ detail: 'It was closed in May', message: 'It was closed in May' });
    expect(refusal.options.members).toEqual({ currentVersion: 2 });
  });

  it('can be listed', () => {
    expect(refusalKinds().filter(({ code }) => code.startsWith('app-errors-spec.'))).toEqual([
      { code: 'app-errors-spec.box_closed', status: 409, title: 'The box is closed' },
      { code: 'app-errors-spec.box_not_found', status: 404, title: 'There is no such box' },
    ]);
  });

  it('refuses a code that is declared twice or is none', () => {
    expect(() => appErrors('app-errors-spec', { Again: [409, 'box_closed', 'x'] })).toThrow('declared twice');
    expect(() => appErrors('app-errors-spec', { Bad: [409, 'Box Closed', 'x'] })).toThrow(
      'is not <service>.<snake_case>',
    );
    expect(() => appErrors('app-errors-spec', { Fine: [200, 'fine', 'x'] })).toThrow('is not an error status');
  });
});
