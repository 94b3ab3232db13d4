import { invariant } from './invariant.ts';

/** A state may not follow another: a refusal to pass on, not a bug. `machine` names the table, such as `payment`. */
export class ForbiddenTransition extends Error {
  override readonly name = 'ForbiddenTransition';
  readonly machine: string;
  readonly from: string;
  readonly to: string;

  constructor(machine: string, from: string, to: string) {
    super(`A ${machine} that is ${from} cannot become ${to}.`);
    this.machine = machine;
    this.from = from;
    this.to = to;
  }
}

/** What may become what. The window draws its buttons from the table that the service enforces. */
export interface States<State extends string> {
  readonly name: string;
  /** Every state, in the order in which the table names them. */
  readonly states: readonly [State, ...State[]];
  readonly initial: State;
  /** States from which nothing follows. */
  readonly terminal: readonly State[];
  is(text: string): text is State;
  mayBecome(from: State, to: State): boolean;
  next(from: State): readonly State[];
  isTerminal(state: State): boolean;
  /** Throws `ForbiddenTransition` when `to` may not follow `from`. Staying in a state is a transition like any other. */
  assertMayBecome(from: State, to: State): void;
}

export interface StatesOptions {
  /** The table has no end on purpose, like an account that can always be opened again. */
  readonly endless?: boolean;
}

/**
 * Makes a state table of `{ state: [what may follow] }` and checks the graph at once, so that a wrong table stops the boot
 * with an `InvariantError`: a target that is no state, a target named twice, a state that nothing leads to, no end.
 */
export function defineStates<const Table extends Record<string, readonly string[]>>(
  name: string,
  table: Table & Record<keyof Table, readonly (keyof Table & string)[]>,
  initial: keyof Table & string,
  { endless = false }: StatesOptions = {},
): States<keyof Table & string> {
  type State = keyof Table & string;
  const next = new Map<string, readonly State[]>(Object.entries(table));
  const states = [...next.keys()] as [State, ...State[]];
  const terminal = states.filter((state) => followers(state).length === 0);

  function followers(state: State): readonly State[] {
    const found = next.get(state);
    invariant(found, `${state} is a state of ${name}`);
    return found;
  }

  checkGraph(name, next, initial);
  invariant(endless || terminal.length > 0, `${name} has a state that ends it`);

  return Object.freeze({
    name,
    states,
    initial,
    terminal,
    is: (text: string): text is State => next.has(text),
    mayBecome: (from: State, to: State) => followers(from).includes(to),
    next: followers,
    isTerminal: (state: State) => followers(state).length === 0,
    assertMayBecome(from: State, to: State) {
      if (!followers(from).includes(to)) throw new ForbiddenTransition(name, from, to);
    },
  });
}

function checkGraph(name: string, next: ReadonlyMap<string, readonly string[]>, initial: string): void {
  invariant(next.has(initial), `${name} starts in ${initial}, which is one of its states`);
  for (const [from, targets] of next) {
    invariant(new Set(targets).size === targets.length, `${name} names each target of ${from} once`);
    for (const to of targets)
      invariant(next.has(to), `${name} leads from ${from} to ${to}, which is one of its states`);
  }

  const reached = new Set([initial]);
  for (const state of reached) for (const to of next.get(state) ?? []) reached.add(to);
  for (const state of next.keys()) invariant(reached.has(state), `${name} leads to ${state} from its initial state`);
}
