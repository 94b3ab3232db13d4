type Answer = string | readonly string[] | undefined;

/** What is wrong with a field, and the answer that it was said of. */
export interface Problem {
  says: string;
  given: Answer;
}

/** By the ids of fields. */
export type Problems = ReadonlyMap<string, Problem>;

/** What to show beside a field: nothing more once its answer was changed. */
export function errorOf(problems: Problems, id: string, given: Answer): { error?: string } {
  const problem = problems.get(id);
  return problem && String(problem.given ?? '') === String(given ?? '') ? { error: problem.says } : {};
}
