import { ProgrammeDefinition } from '@janela/contracts';
import type { ProgrammeVersion, Provenance } from '@janela/contracts';

import { pointerTo } from '../language/json-pointer.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import { checkCondition } from './check-condition.ts';
import { criteriaProblems } from './check-rule-set.ts';
import { type CheckContext, kindOf } from './check-term.ts';
import { malformed, problem, type Problem, sizeProblems } from './problem.ts';

/** Everything that is wrong with a programme, its versions and their rules; nothing, when it may be taken in. */
export function checkProgramme(json: unknown, vocabulary: Vocabulary): Problem[] {
  const tooMuch = sizeProblems(json);
  if (tooMuch.length > 0) return tooMuch;
  const { data: programme, error } = ProgrammeDefinition.safeParse(json);
  if (error) return malformed(error);
  return [
    ...provenanceProblems(programme, statements(programme), ''),
    ...quotaProblems(programme, vocabulary),
    ...programme.versions.flatMap((version, index) => versionProblems(programme, version, index, vocabulary)),
  ];
}

function versionProblems(
  programme: ProgrammeDefinition,
  version: ProgrammeVersion,
  index: number,
  vocabulary: Vocabulary,
): Problem[] {
  const at = pointerTo('/versions', index);
  const { ruleSet, amount, contribution } = version;
  const problems = criteriaProblems(ruleSet, `${at}/ruleSet/criteria`, vocabulary);
  const report = (pointer: string, code: Problem['code'], message: string) =>
    problems.push(problem(at + pointer, code, message));

  const context = contextIn(programme, vocabulary, (each) => problems.push(each));
  amount?.supplements.forEach(({ when }, supplement) =>
    checkCondition(when, pointerTo(at, 'amount', 'supplements', supplement, 'when'), context),
  );
  if (ruleSet.unit !== programme.unit) {
    report('/ruleSet/unit', 'unit_differs', `The programme covers a ${programme.unit}.`);
  }
  if (ruleSet.currency !== undefined && ruleSet.currency !== programme.currency) {
    report('/ruleSet/currency', 'currency_differs', `The programme pays in ${programme.currency}.`);
  }
  if (programme.contributory ? !contribution : !amount) {
    report('', 'amount_missing', 'It must say what is paid out, or what is paid in.');
  }
  const earlier = programme.versions.slice(0, index);
  if (earlier.some((other) => other.version >= version.version || other.validFrom >= version.validFrom)) {
    report('', 'version_repeated', 'Each version has a higher number and a later day than the one before.');
  }
  const wanted = ['/validFrom', ...(amount ? ['/amount'] : []), ...(contribution ? ['/contribution'] : [])];
  return [...problems, ...provenanceProblems(version, wanted, at)];
}

function quotaProblems(programme: ProgrammeDefinition, vocabulary: Vocabulary): Problem[] {
  const problems: Problem[] = [];
  const context = contextIn(programme, vocabulary, (each) => problems.push(each));
  programme.quota?.order.forEach(({ by }, index) => {
    const at = pointerTo('/quota/order', index, 'by');
    const kind = kindOf(by, at, context);
    if (kind && !['int', 'money', 'date'].includes(kind.type)) {
      problems.push(problem(at, 'wrong_type', `A queue cannot be ordered by a ${kind.type}.`));
    }
  });
  return problems;
}

function contextIn(
  { unit }: ProgrammeDefinition,
  vocabulary: Vocabulary,
  report: CheckContext['report'],
): CheckContext {
  return { vocabulary, report, unit, money: true, amongMembers: false, scorecards: true, criterion: 'closed' };
}

/** Returns what a programme says of the world, and must say where it has it from. */
function statements({ quota }: ProgrammeDefinition): string[] {
  const always = ['/ministry', '/legalReference', '/unit', '/contributory', '/sdgComponents', '/frequency'];
  return quota ? [...always, '/quota'] : always;
}

function provenanceProblems(document: { provenance: Provenance[] }, wanted: readonly string[], at: string): Problem[] {
  const missing = wanted.filter(
    (pointer) => !document.provenance.some(({ about }) => `${about}/`.startsWith(`${pointer}/`)),
  );
  const dangling = document.provenance.filter(({ about }) => !pointsAtSomething(document, about));
  return [
    ...missing.map((pointer) => problem(at + pointer, 'provenance_missing', 'It must say where this comes from.')),
    ...dangling.map(({ about }) => problem(`${at}/provenance`, 'provenance_dangling', `There is no ${about}.`)),
  ];
}

function pointsAtSomething(document: unknown, pointer: string): boolean {
  let value = document;
  for (const step of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return false;
    value = (value as Record<string, unknown>)[step];
  }
  return value !== undefined;
}
