import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { bodyOf, conditions, itemsOf } from '@janela/api-client';
import { demonstrationEmail, demonstrationPassword, type Application } from '@janela/contracts';
import { periodNow, runDemo } from '@janela/demo-run';
import { type Random, seeded } from '@janela/testing';

import type { Desk } from './browser.ts';
import { everyPlace, everyQuestion, everythingAround } from './every-control.ts';
import { openOwnProgramme, ownProgramme } from './own-programme.ts';
import { heading, register, search, Stage, tabTo } from './stage.ts';
import { approveCycle, decideFunds, dismissDuplicate, lookAtDifferences, proposeFunds } from './two-people.ts';
import { unpressed } from './unpressed.ts';
import { disagreementsIn, settledTotals, type Totals, totalsOf } from './totals.ts';

jest.setTimeout(180_000);

/** Those of `countries/zambia/sample` that have no wrong row. */
const soundHouseholds = 491;
const mostBeginnings = 60;

let stage: Stage;
let window: string;
let random: Random;

beforeAll(async () => {
  random = seeded('the main job, with everything killed once');
  stage = await Stage.open();
  window = stage.window;
}, 600_000);

afterAll(() => stage?.close(), 120_000);

/** The main job, from the beginning again whenever what happened broke it off. Answers how often it was begun. */
async function runToItsEnd(): Promise<number> {
  for (let begun = 1; ; begun += 1) {
    try {
      await runDemo(stage.stack.at, () => undefined);
      return begun;
    } catch (error) {
      if (begun === mostBeginnings) throw error;
      await sleep(500);
    }
  }
}

/** Ends each without warning, in some order, and starts it again. */
async function killEachOnce(): Promise<string[]> {
  const order = random.shuffle([...stage.stack.victims]);
  for (const [, victim] of order) {
    await sleep(random.between(500, 2_000));
    await victim.kill();
    await victim.start();
  }
  return order.map(([name]) => name);
}

describe('a new stack', () => {
  it('says on every page that no country has been loaded, and has no figures yet', () =>
    stage.at('statistician', async ({ page, barriers }) => {
      await page.getByText('No country yet').waitFor();
      await page.goto(`${window}/figures`);
      await page.getByText('No country yet').waitFor();
      await page.getByText('No figures yet').waitFor();
      expect(await barriers()).toEqual([]);
    }));
});

describe('the main job, while every service and the broker are killed once', () => {
  let settled: Totals;

  it('ends with every household, decision, payment and figure there, and the books of all in agreement', async () => {
    const job = runToItsEnd();
    job.catch(() => undefined);
    const killed = await killEachOnce();
    process.stdout.write(`killed: ${killed.join(', ')}; the main job was begun ${await job} times\n`);

    settled = await settledTotals(stage.stack);
    process.stdout.write(`${JSON.stringify(settled)}\n`);
    expect(disagreementsIn(settled)).toEqual([]);
    expect(settled).toMatchObject({
      households: soundHouseholds,
      householdsRegisteredTwice: 8,
      cyclesClosed: 2,
      contributions: 2,
    });
    expect(settled.paid).toBeGreaterThan(0);
  }, 900_000);

  it('does nothing twice when it is run again', async () => {
    await runDemo(stage.stack.at, () => undefined);

    expect(await totalsOf(stage.stack)).toEqual(settled);
  }, 300_000);
});

let refused: string;
let appealed: string;
const newcomer = { givenNames: 'Xolani', familyName: 'Quist', bornOn: '1948-05-02' };

describe('a caseworker in Samfya', () => {
  it('finds nobody of a name, registers the household, sees what it qualifies for and why, and applies', () =>
    stage.at('caseworker', async ({ page, barriers }) => {
      await search(page, 'Xolani Quist');
      await page
        .getByText(/Nobody/)
        .first()
        .waitFor();
      await page.goto(`${window}/households/new`);
      await register(page, newcomer);
      await page
        .getByText(/Write this number on the card: ZM104011/)
        .first()
        .waitFor();
      await heading(page, 'Quist, Xolani');
      await page.getByText('Could receive').waitFor();
      await page.getByRole('button', { name: 'Why?' }).first().click();
      await page.getByRole('columnheader', { name: 'What is needed' }).first().waitFor();
      expect(await barriers()).toEqual([]);
      await page.getByRole('button', { name: 'Apply' }).first().click();
      await page.getByText('Applied').first().waitFor();
      await page.getByRole('button', { name: 'Apply' }).first().click();
      await page.getByText('Applied').nth(1).waitFor();
    }));

  it('is shown the household that is there already when the same person is registered again', () =>
    stage.at('caseworker', async ({ page, barriers }) => {
      await page.goto(`${window}/households/new`);
      await register(page, newcomer);
      const alert = page.getByRole('alert');
      await alert.getByText('Nothing is saved yet').waitFor();
      await alert.getByText(/90 % alike: ZM104011/).waitFor();
      expect(await barriers()).toEqual([]);
      await alert.getByRole('button', { name: 'Stop' }).click();
      await page.getByRole('button', { name: 'Register this household' }).click();
      await alert.getByRole('link', { name: /^Open/ }).first().click();
      await heading(page, 'Quist, Xolani');
      // What was answered is still there, and somebody else of the same name can be registered.
      await page.goto(`${window}/households/new`);
      await page.getByRole('button', { name: 'Register this household' }).click();
      await alert.getByRole('button', { name: 'This is another person, register' }).click();
      await page
        .getByText(/Write this number on the card: ZM104011/)
        .first()
        .waitFor();
    }));

  it('is told that an official number is registered in another district, and goes back or registers all the same', async () => {
    const nrc = '999999/10/1';
    await stage.at('caseworker', async ({ page }) => {
      await page.goto(`${window}/households/new`);
      await register(page, { ...newcomer, givenNames: 'Ireen', familyName: 'Chola', nrc });
      await page
        .getByText(/Write this number on the card: ZM104011/)
        .first()
        .waitFor();
    });
    await stage.at('caseworker-lunga', async ({ page, barriers }) => {
      await page.goto(`${window}/households/new`);
      await register(page, { ...newcomer, givenNames: 'Agnes', familyName: 'Mwewa', nrc });
      const alert = page.getByRole('alert');
      await alert.getByText('This number is registered in another district').waitFor();
      expect(await barriers()).toEqual([]);
      await alert.getByRole('button', { name: 'Go back' }).click();
      await page.getByRole('button', { name: 'Register this household' }).click();
      await alert.getByRole('button', { name: 'Register all the same' }).click();
      await page
        .getByText(/Write this number on the card: ZM104005/)
        .first()
        .waitFor();
      await page.getByText('This number is registered in another district').waitFor();
    });
  });

  it('registers one household though the answer to the first try was lost', () =>
    stage.at('caseworker', async (desk) => {
      const { page, complaints } = desk;
      await page.goto(`${window}/households/new`);
      const households = '**/api/registry/v1/households';
      await page.route(households, async (route) => {
        await route.fetch();
        await route.abort('connectionreset');
      });
      await register(page, { ...newcomer, givenNames: 'Perpetua', familyName: 'Zulwa' });
      await page.getByRole('alert').first().waitFor();
      await page.unroute(households);
      // The browser says of its own accord that the answer was cut.
      complaints.splice(0);
      await page.getByRole('button', { name: 'Register this household' }).click();
      await page
        .getByText(/Write this number on the card: ZM104011/)
        .first()
        .waitFor();
      await search(page, 'Perpetua Zulwa');
      await page.getByRole('link', { name: 'Perpetua Zulwa' }).first().waitFor();
      expect(await page.getByRole('link', { name: 'Perpetua Zulwa' }).count()).toBe(1);
    }));

  it('keeps what was answered over a reload in the middle of the registration', () =>
    stage.at('caseworker', async ({ page }) => {
      await page.goto(`${window}/households/new`);
      await page.getByLabel('How many months has the household lived here?').fill('30');
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByLabel('Given names').fill('Half');
      await page.getByLabel('Family name').fill('Written');
      // What is typed is on the device a moment later.
      await page.waitForTimeout(500);
      await page.reload();
      await page.getByLabel('Given names').waitFor();
      expect([
        await page.getByLabel('Given names').inputValue(),
        await page.getByLabel('Family name').inputValue(),
      ]).toEqual(['Half', 'Written']);
      await page.getByRole('button', { name: 'Discard', exact: true }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
    }));

  it('keeps a complaint that is sent when the session is over, and has it again after signing in', () =>
    stage.at('caseworker', async ({ page, context }) => {
      await page.goto(`${window}/complaints/new`);
      await page.getByLabel('What happened?').fill('The road was flooded on the day.');
      await page.waitForTimeout(500);
      await context.clearCookies();
      await page.getByRole('button', { name: 'File it' }).click();
      await page.getByRole('alert').first().waitFor();
      await page.goto(`${window}/login`);
      await page.locator('input[autocomplete~="username"]').fill(demonstrationEmail('caseworker'));
      await page.locator('input[type="password"]').fill(demonstrationPassword);
      await page.locator('button[type="submit"]').click();
      await page.waitForURL(`${window}/**`);
      await page.goto(`${window}/complaints/new`);
      await page.getByLabel('What happened?').waitFor();
      expect(await page.getByLabel('What happened?').inputValue()).toBe('The road was flooded on the day.');
      await page.getByRole('button', { name: 'Discard', exact: true }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
    }));

  it('is told in one tab that a form was changed in another, and keeps the one that is chosen', () =>
    stage.at('caseworker', async ({ page, context }) => {
      const written = (tab: Desk['page']) => tab.getByLabel('What happened?');
      const told = (tab: Desk['page']) => tab.getByText('This form was changed in another tab');
      const until = (tab: Desk['page'], text: string) =>
        tab.waitForFunction((wanted) => document.querySelector('textarea')?.value === wanted, text);
      await page.goto(`${window}/complaints/new`);
      await written(page).fill('One.');
      await page.waitForTimeout(500);
      const other = await context.newPage();
      await other.goto(`${window}/complaints/new`);
      await until(other, 'One.');
      await written(other).fill('Two.');
      await told(page).waitFor();
      await page.getByRole('button', { name: 'Keep this one' }).click();
      await told(page).waitFor({ state: 'detached' });
      await told(other).waitFor();
      await other.getByRole('button', { name: 'Keep this one' }).click();
      await told(page).waitFor();
      await page.getByRole('button', { name: 'Take that one' }).click();
      await until(page, 'Two.');
      await page.getByRole('button', { name: 'Discard', exact: true }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
    }));

  it('finds the household by a name that is written as it sounds, and sees who has looked', () =>
    stage.at('caseworker', async ({ page }) => {
      await search(page, 'Xolani Quist');
      await page.getByRole('link', { name: 'Xolani Quist' }).first().click();
      await heading(page, 'Quist, Xolani');
      await page.getByRole('tab', { name: 'Who has looked' }).click();
      await page.getByRole('cell', { name: 'Mutinta Phiri' }).first().waitFor();
    }));

  it('does without a mouse: finds the household, opens it and asks why', () =>
    stage.at('caseworker', async ({ page }) => {
      await search(page, 'Xolani Quist');
      const found = page.getByRole('link', { name: 'Xolani Quist' }).first();
      await found.waitFor();
      await tabTo(page, found);
      await page.keyboard.press('Enter');
      await heading(page, 'Quist, Xolani');
      const why = page.getByRole('button', { name: 'Why?' }).first();
      await why.waitFor();
      await tabTo(page, why);
      await page.keyboard.press('Enter');
      await page.getByRole('columnheader', { name: 'What is needed' }).first().waitFor();
      await tabTo(page, page.getByRole('tab', { name: 'Applications' }));
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await page.getByRole('cell', { name: 'Mutinta Phiri' }).first().waitFor();
    }));

  it('works in Portuguese as well', () =>
    stage.at(
      'caseworker',
      async ({ page, barriers }) => {
        await heading(page, /Bom dia|Boa tarde|Boa noite/);
        expect(await barriers()).toEqual([]);
        await search(page, 'Xolani Quist');
        await page.getByRole('link', { name: 'Xolani Quist' }).first().click();
        await page.getByRole('heading', { name: 'Pessoas' }).waitFor();
        await page.getByRole('button', { name: 'Porquê?' }).first().click();
        await page.getByRole('columnheader', { name: 'O que é preciso' }).first().waitFor();
        await page.getByRole('tab', { name: 'Candidaturas' }).waitFor();
      },
      'pt-PT',
    ));
});

/** The newcomer's two that wait: one that the rules recommend, and the other. */
async function waitingApplications(): Promise<{ clear: string; other: string }> {
  const supervisor = stage.people.supervisor;
  const list = itemsOf((page) =>
    supervisor.eligibility.GET('/v1/applications', { params: { query: { state: 'recommended', ...page } } }),
  );
  const own: Application[] = [];
  for await (const each of list) if (each.submittedBy === 'Mutinta Phiri') own.push(each);
  const clear = own.find(({ recommendation }) => recommendation?.entitlement && recommendation.outcome === 'eligible');
  return { clear: clear?.id ?? '', other: own.find((each) => each !== clear)?.id ?? '' };
}

describe('a supervisor', () => {
  let approved: string;

  it('of another area does not see the application', () =>
    stage.at('supervisor-lunga', async ({ page }) => {
      await page.goto(`${window}/decisions`);
      await heading(page, 'Decisions');
      expect(await page.getByText('Samfya').count()).toBe(0);
    }));

  it('of Samfya decides it, with the reasons beside the rule', () =>
    stage.at('supervisor', async ({ page, barriers }) => {
      await page.goto(`${window}/decisions`);
      await heading(page, 'Decisions');
      ({ clear: approved, other: refused } = await waitingApplications());
      await page.getByRole('link', { name: /Quist/ }).first().click();
      await page.getByRole('heading', { name: 'Who it is for' }).waitFor();
      await page
        .getByRole('link', { name: /^ZM104011-/ })
        .first()
        .click();
      await heading(page, 'Quist, Xolani');
      await page.goto(`${window}/decisions/${approved}`);
      await page.getByRole('link', { name: 'See the household', exact: true }).click();
      await heading(page, 'Quist, Xolani');
      await page.goto(`${window}/decisions/${approved}`);
      await page.getByRole('heading', { name: 'Reasons beside the rule' }).waitFor();
      await page.getByText('Xolani').first().waitFor();
      await page.getByRole('heading', { name: 'Where the money would go' }).waitFor();
      expect(await barriers()).toEqual([]);
      await page.getByRole('button', { name: 'Approve' }).click();
      await page.getByText('Approved').first().waitFor();
      await page.getByText(/Decided by Joseph Bwalya/).waitFor();
    }));

  it('refuses another in Portuguese, which needs a reason', () =>
    stage.at(
      'supervisor',
      async ({ page, barriers }) => {
        await page.goto(`${window}/decisions/${refused}`);
        const refuse = page.getByRole('button', { name: 'Recusar' });
        await refuse.waitFor();
        expect(await refuse.isDisabled()).toBe(true);
        await page.getByLabel('Motivo').fill('Vive com o filho, que trabalha.');
        await refuse.click();
        await page.getByText('Recusado').first().waitFor();
        await page.getByText(/Decidido por Joseph Bwalya/).waitFor();
        expect(await barriers()).toEqual([]);
      },
      'pt-PT',
    ));
});

describe('an appeal', () => {
  it('is filed by a caseworker, upheld by somebody who did not decide, and reopens the application', async () => {
    await stage.at('caseworker', async ({ page, barriers }) => {
      await page.goto(`${window}/decisions/${refused}`);
      await page.getByRole('link', { name: 'File a complaint' }).click();
      await page.getByLabel('About').selectOption({ label: 'Application refused' });
      await page.getByLabel('What happened?').fill('She says that her son has moved away.');
      await page.getByRole('button', { name: 'File it' }).click();
      await page.getByRole('link', { name: 'Open the complaint' }).click();
      await page.getByLabel('Why is the decision wrong?').fill('Nobody who lives with her works.');
      await page.getByRole('button', { name: 'Appeal against the decision' }).click();
      await page.getByRole('heading', { name: 'Appeal', exact: true }).waitFor();
      appealed = page.url();
      expect(await barriers()).toEqual([]);
    });
    await stage.at('appeals-reviewer', async ({ page, barriers }) => {
      await page.goto(appealed);
      await page.getByLabel('Reason, in plain words').fill('The son moved in May; the village head confirms it.');
      expect(await barriers()).toEqual([]);
      await page.getByRole('button', { name: 'Uphold' }).click();
      await page.getByText('Upheld').first().waitFor();
    });
    await stage.at('supervisor', async ({ page }) => {
      const state = page.getByText(/Reopened|Waits for a decision/).first();
      for (let looks = 0; looks < 20 && !(await state.isVisible()); looks += 1) {
        await page.goto(`${window}/decisions/${refused}`);
        await state.waitFor({ timeout: 1_000 }).catch(() => undefined);
      }
      expect(await state.isVisible()).toBe(true);
    });
  });
});

describe('two payments officers', () => {
  it('prepare and approve a cycle, each their part, and follow it until every payment is settled', async () => {
    await openOwnProgramme(stage.people);
    const { code: programme, title } = ownProgramme;
    await stage.at('payments-officer', async ({ page, barriers }) => {
      await proposeFunds(page, window, programme);
      expect(await barriers()).toEqual([]);
      expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
    });
    await stage.at('payments-approver', async ({ page, barriers }) => {
      await decideFunds(page, window);
      expect(await barriers()).toEqual([]);
    });
    await stage.at('payments-officer', async ({ page, barriers }) => {
      await page.goto(`${window}/payments`);
      await page.getByRole('button', { name: 'Open a cycle' }).waitFor();
      expect(await barriers()).toEqual([]);
      await page.getByLabel('Programme').selectOption(programme);
      await page.getByLabel('First month').fill(periodNow());
      await page.getByRole('button', { name: 'Open a cycle' }).click();
      await page.getByRole('link', { name: title }).first().click();
      await page.getByText('This is the first cycle of the programme.').waitFor();
      await page.getByText('Opened by Esther Tembo').waitFor();
      await page.getByRole('button', { name: 'Send for approval' }).click();
      await page.getByText('Waits for approval').first().waitFor();
      expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
    });
    await stage.at('payments-approver', async ({ page, barriers }) => {
      await page.goto(`${window}/payments`);
      await page.getByRole('link', { name: title }).first().click();
      await lookAtDifferences(page);
      expect(await barriers()).toEqual([]);
      await page.getByRole('button', { name: 'Send back' }).click();
      await page.getByLabel('Why is it sent back?').fill('Not meant');
      await page.getByRole('button', { name: 'Discard', exact: true }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
      await approveCycle(page);
    });
    await stage.at('payments-officer', async ({ page, barriers }) => {
      await page.goto(`${window}/payments`);
      await page.getByRole('link', { name: title }).first().click();
      await page.getByRole('button', { name: 'Send to the providers' }).click();
      await page.getByRole('button', { name: 'Cancel' }).click();
      await page.getByRole('button', { name: 'Send to the providers' }).click();
      await page.getByRole('button', { name: 'Yes, go on' }).click();
      await page.getByRole('heading', { name: 'How far it is' }).waitFor();
      await page.getByText('No differences').waitFor();
      await page.getByRole('cell', { name: 'Paid', exact: true }).first().waitFor();
      expect(await barriers()).toEqual([]);
      const line = await page
        .getByText(/payments, K/)
        .first()
        .textContent();
      const [, count, total] = /(\d+) payments, K\s([\d,.]+) in all/.exec(line ?? '') ?? [];
      const rows = await page.getByRole('table').first().locator('tbody tr').all();
      const cells = await Promise.all(rows.map((row) => row.locator('td').allTextContents()));
      const sum = (column: number) =>
        cells.reduce((all, row) => all + Number(row[column]?.replaceAll(/[^\d.]/g, '')), 0);
      expect([sum(1), sum(2)]).toEqual([Number(count), Number(total?.replaceAll(',', ''))]);
      expect(sum(1)).toBeGreaterThan(0);
      await page.getByLabel('State').selectOption({ label: 'Paid' });
      await page.getByRole('table').last().getByRole('link').first().click();
      await page.getByRole('link', { name: 'See the household' }).click();
      await page.getByRole('heading', { name: 'Who collects the money' }).waitFor();
      await page.goBack();
      await page.getByRole('link', { name: 'See the cycle' }).click();
      await page.getByRole('heading', { name: 'How far it is' }).waitFor();
    });
  });
});

/** The number to write down, of a complaint that was just filed. */
async function handedNumber(page: Desk['page']): Promise<string> {
  await heading(page, 'The complaint is filed');
  const handed = await page.getByRole('status').filter({ hasText: 'Write this number' }).textContent();
  return /\d{4}-\d{4}-\d{4}-\d/.exec(handed ?? '')?.[0] ?? '';
}

describe('a complaint', () => {
  it('is filed at the window, answered by an officer, and followed by its number without an account', async () => {
    let number = '';
    await stage.at('caseworker', async ({ page, barriers }) => {
      await page.goto(`${window}/complaints/new`);
      await page.getByLabel('What happened?').fill('The pay point was closed on the day that was announced.');
      expect(await barriers()).toEqual([]);
      await page.getByLabel('The person does not want to be named').check();
      await page.getByRole('button', { name: 'File it' }).click();
      number = await handedNumber(page);
      await page.getByRole('button', { name: 'File another' }).click();
      await page.getByLabel('What happened?').waitFor();
    });
    await stage.at('grievance-officer', async ({ page, barriers }) => {
      await page.goto(`${window}/complaints`);
      await page.getByRole('link', { name: number }).click();
      await page.getByRole('button', { name: 'Take it on' }).click();
      await page.getByText('Being worked on').first().waitFor();
      await page.getByLabel('What the person is told').fill('It opens tomorrow; you are on its list.');
      // What came of it is for the officer to say.
      expect(await page.getByRole('button', { name: 'Answer it' }).isDisabled()).toBe(true);
      await page.getByLabel('What came of it').selectOption({ label: 'The person is right' });
      await page.getByRole('button', { name: 'Answer it' }).click();
      await page.getByText('Answered').first().waitFor();
      expect(await barriers()).toEqual([]);
      await page.getByLabel('Note for your colleagues').fill('It stayed closed.');
      await page.getByRole('button', { name: 'Take it up again' }).click();
      await page.getByRole('button', { name: 'Take it up again' }).waitFor({ state: 'detached' });
      await page.getByLabel('What the person is told').fill('It opens on Friday.');
      await page.getByLabel('Note for your colleagues').fill('The pay point says Friday.');
      await page.getByRole('button', { name: 'Add a note' }).click();
      await page.getByRole('cell', { name: 'The pay point says Friday.' }).waitFor();
      // The note is sent, and the half-written answer stays.
      expect([
        await page.getByLabel('Note for your colleagues').inputValue(),
        await page.getByLabel('What the person is told').inputValue(),
      ]).toEqual(['', 'It opens on Friday.']);
      await page.getByLabel('What came of it').selectOption({ label: 'Right in part' });
      await page.getByRole('button', { name: 'Answer it' }).click();
      await page.getByRole('button', { name: 'Close it' }).waitFor();
      await page.getByRole('button', { name: 'Close it' }).click();
      await page.getByText('Closed').first().waitFor();
    });
    await stage.outside(async (page) => {
      await page.goto(window);
      await page.getByRole('link', { name: 'Follow a complaint by its number' }).click();
      await page.getByLabel('Tracking number').fill(number);
      await page.getByRole('button', { name: 'Look' }).click();
      await page.getByText('Closed').waitFor();
    });
  });
});

describe('a sensitive complaint', () => {
  it('is out of sight at once for who filed it and for all but its own officers, and can be followed', async () => {
    let number = '';
    await stage.at('caseworker', async ({ page, barriers }) => {
      await page.goto(`${window}/complaints/new`);
      await page.getByLabel('About').selectOption({ label: 'Violence, abuse or exploitation' });
      await page.getByText('Sensitive: only the officers').waitFor();
      await page.getByLabel('What happened?').fill('A guard asked her for more than her card.');
      await page.getByRole('button', { name: 'File it' }).click();
      number = await handedNumber(page);
      expect(await barriers()).toEqual([]);
      await page.getByRole('link', { name: 'Follow it by its number' }).click();
      await heading(page, 'Follow a complaint');
      await page.goto(`${window}/complaints`);
      await heading(page, 'Complaints');
      expect(await page.getByText(number).count()).toBe(0);
    });
    await stage.at('grievance-officer', async ({ page }) => {
      await page.goto(`${window}/complaints`);
      await page.getByRole('table').or(page.getByText('No complaints wait')).first().waitFor();
      expect(await page.getByText(number).count()).toBe(0);
    });
    await stage.at(
      'sensitive-officer',
      async ({ page, barriers }) => {
        await page.goto(`${window}/complaints`);
        await page.getByRole('link', { name: number }).click();
        await page.getByText('A guard asked her for more than her card.').waitFor();
        await page.getByRole('button', { name: 'Assumir' }).click();
        await page.getByText('Em tratamento').first().waitFor();
        expect(await barriers()).toEqual([]);
      },
      'pt-PT',
    );
    await stage.outside(async (page) => {
      await page.goto(`${window}/track?number=${number}`);
      await page.getByText('Being worked on').waitFor();
      expect(await page.getByText('guard').count()).toBe(0);
    });
  });
});

describe('a statistician', () => {
  it('reads SDG 1.3.1 as chart and table, with how each figure was counted, and takes it away as CSV', () =>
    stage.at('statistician', async ({ page, barriers }) => {
      await page.goto(`${window}/figures`);
      await heading(page, /SDG 1\.3\.1/);
      await page.getByRole('cell', { name: 'At least one benefit' }).first().waitFor();
      await page.getByRole('button', { name: 'How this was counted' }).first().click();
      await page.getByText('Definition:').first().waitFor();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Download CSV' }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(/\.csv$/);
      expect(await barriers()).toEqual([]);
    }));

  it('reads it in Portuguese', () =>
    stage.at(
      'statistician',
      async ({ page }) => {
        await page.goto(`${window}/figures`);
        await heading(page, /ODS 1\.3\.1/);
        await page.getByRole('cell', { name: 'Pelo menos uma prestação' }).first().waitFor();
        await page.getByRole('button', { name: 'Como foi contado' }).first().click();
        await page.getByText('Definição:').first().waitFor();
      },
      'pt-PT',
    ));
});

describe('an operator', () => {
  it('sees that no service has parked anything', () =>
    stage.at('operator', async ({ page }) => {
      await page.goto(`${window}/operations`);
      await page.getByText('Nothing is parked').nth(4).waitFor();
    }));
});

/** A caseworker asks that the head of a household be paid in cash. Answers whose household it is. */
async function askForCash(name: string): Promise<string> {
  const { caseworker } = stage.people;
  const { items } = await bodyOf(caseworker.registry.GET('/v1/people', { params: { query: { q: name } } }));
  const id = items[0]?.householdId;
  if (id === undefined) throw new Error(`No one is called ${name}`);
  const params = { path: { id } };
  const { version, members } = await bodyOf(caseworker.registry.GET('/v1/households/{id}', { params }));
  await caseworker.registry.PUT('/v1/households/{id}/payee', {
    params,
    body: { personId: members[0]?.personId ?? '', channel: 'cash' },
    headers: conditions({ version }),
  });
  return id;
}

describe('everything that can be pressed', () => {
  it('is pressed in the frame, the menu and every step of the form', () =>
    stage.at('caseworker', async (desk) => {
      await everythingAround(desk);
      await everyPlace(desk);
      await desk.page.getByRole('link', { name: 'Home', exact: true }).click();
      await everyQuestion(desk);
      await desk.page.goto(`${window}/nowhere`);
      await desk.page.getByRole('link', { name: 'Back home' }).click();
      await heading(desk.page, /Good/);
    }));

  it('is pressed on the page of a household, tab by tab', () =>
    stage.at('supervisor', async ({ page }) => {
      await search(page, 'Xolani Quist');
      await page.getByRole('link', { name: 'Xolani Quist' }).first().click();
      await page.getByRole('checkbox', { name: 'Research' }).check();
      await page.getByLabel('How it agreed').selectOption({ label: 'Signature' });
      await page.getByRole('button', { name: 'Record the consent' }).click();
      await page.getByRole('checkbox', { name: 'Research' }).waitFor({ state: 'detached' });
      for (const tab of await page.getByRole('tab').all()) await tab.click();
      await page.getByRole('tab', { name: 'Applications' }).click();
      await page.getByRole('tabpanel').getByRole('link').first().click();
      await page.getByRole('heading', { name: 'Who it is for' }).waitFor();
    }));

  it('is pressed by a supervisor whom a change of who collects waits for, once to refuse and once to confirm it', () =>
    stage.at('supervisor', async ({ page }) => {
      const id = await askForCash('Perpetua Zulwa');
      await page.goto(`${window}/households/${id}`);
      await page.getByLabel('Reason, to refuse it').fill('The card was not shown.');
      await page.getByRole('button', { name: 'Refuse the change' }).click();
      await page.getByRole('button', { name: 'Refuse the change' }).waitFor({ state: 'detached' });
      await askForCash('Perpetua Zulwa');
      await page.reload();
      await page.getByRole('button', { name: 'Confirm the change' }).click();
      await page.getByRole('button', { name: 'Confirm the change' }).waitFor({ state: 'detached' });
    }));

  it('is there without a connection: a page that was not loaded yet says so, and the screen stays', () =>
    stage.at('caseworker', async ({ page, context, complaints }) => {
      await heading(page, /Good/);
      await context.setOffline(true);
      await page.getByRole('navigation').first().getByRole('link', { name: 'Complaints', exact: true }).click();
      await page.getByText('There is no connection').waitFor();
      await heading(page, /Good/);
      await context.setOffline(false);
      await page.getByText('The connection is back').waitFor();
      await page.getByRole('button', { name: 'Open the page' }).click();
      await heading(page, 'Complaints');
      complaints.splice(0);
    }));

  it('is there without a connection: a search says so, and finds by itself when the connection is back', () =>
    stage.at('caseworker', async ({ page, context, complaints }) => {
      await search(page, 'Xolani Quist');
      await page.getByRole('link', { name: 'Xolani Quist' }).first().waitFor();
      await context.setOffline(true);
      await search(page, 'Perpetua Zulwa');
      await page.getByRole('alert').getByText('There is no connection').waitFor();
      await context.setOffline(false);
      await page.getByRole('link', { name: 'Perpetua Zulwa' }).first().waitFor();
      complaints.splice(0);
    }));

  it('is pressed where two people look like one, by a supervisor who knows that they are two', () =>
    stage.at('supervisor', async ({ page, barriers }) => {
      await dismissDuplicate(page, window);
      expect(await barriers()).toEqual([]);
    }));

  it.each([
    'supervisor',
    'payments-officer',
    'payments-approver',
    'statistician',
    'administrator',
    'operator',
    'auditor',
  ])('is pressed in the menu of the %s, who is sent home from the work of others', (login) =>
    stage.at(login, async (desk) => {
      await everyPlace(desk);
      await desk.page.goto(`${window}/households/new`);
      if (login === 'supervisor') return heading(desk.page, 'Register a household');
      return desk.page.getByText('Who can: Caseworker, Supervisor.').waitFor();
    }),
  );

  it('is pressed by whoever looks at figures of another area and day', () =>
    stage.at('statistician', async ({ page }) => {
      await page.goto(`${window}/figures`);
      await page.getByLabel('Area').selectOption({ index: 0 });
      await page.getByLabel('As of').fill(new Date().toISOString().slice(0, 10));
      await page.getByRole('button', { name: 'Show', exact: true }).click();
      await heading(page, /SDG 1\.3\.1/);
    }));

  it('is pressed by whoever imports a file that is none, and is told why it is not taken', () =>
    stage.at('administrator', async ({ page }) => {
      await page.goto(`${window}/imports`);
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: 'Choose a file' }).click(),
      ]);
      await chooser.setFiles({ name: 'none.csv', mimeType: 'text/csv', buffer: Buffer.from('colour\nblue\n') });
      await page.getByRole('button', { name: 'Import', exact: true }).click();
      await page.getByRole('alert').or(page.getByText('Stopped')).first().waitFor();
      const another = page.getByRole('button', { name: 'Import another file' });
      if (await another.isVisible()) await another.click();
    }));

  it('is pressed on the sign-in page, by whoever tries it in another language', () =>
    stage.outside(async (page) => {
      await page.goto(window);
      await page.getByRole('link', { name: 'Sign in' }).click();
      await page.getByRole('link', { name: 'Português' }).click();
      await page.getByRole('link', { name: 'Français' }).click();
      await page.getByRole('link', { name: 'English' }).click();
      await page.locator('summary').click();
      await page.locator('details a').first().click();
      await page.locator('input[type="password"]').waitFor();
    }));
});

describe('signing out', () => {
  it('ends the session here and at the issuer, which asks who it is again', () =>
    stage.at('caseworker', async ({ page }) => {
      await page.goto(`${window}/complaints/new`);
      await page.getByLabel('What happened?').fill('Not sent.');
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
      await page.getByRole('link', { name: 'Sign in' }).waitFor();
      await page.getByText('You are signed out').waitFor();
      expect(new URL(page.url()).origin).toBe(new URL(window).origin);
      await page.goto(`${window}/complaints/new`);
      await page.getByText('Sign in to see this page').waitFor();
      await page.goto(`${window}/login`);
      await page.locator('input[type="password"]').waitFor();
    }));
});

describe('every link, button and field that the journeys showed', () => {
  it('was used in one of them, or is named with the reason', () => {
    const forgotten = stage.controls.unused(unpressed);
    process.stdout.write(`${stage.controls.seen.length} controls; never used: ${JSON.stringify(forgotten)}\n`);
    expect(forgotten).toEqual([]);
  });
});
