import { invariant } from "./invariant.js";
/** A state may not follow another: a refusal to pass on, not a bug. `machine` names the table, such as `payment`. */
export class ForbiddenTransition extends Error {
    constructor(machine, from, to) {
        super(`A ${machine} that is ${from} cannot become ${to}.`);
        this.name = 'ForbiddenTransition';
        this.machine = machine;
        this.from = from;
        this.to = to;
    }
}
/**
 * Makes a state table of `{ state: [what may follow] }` and checks the graph at once, so that a wrong table stops the boot
 * with an `InvariantError`: a target that is no state, a target named twice, a state that nothing leads to, no end.
 */
export function defineStates(name, table, initial, { endless = false } = {}) {
    const next = new Map(Object.entries(table));
    const states = [...next.keys()];
    const terminal = states.filter((state) => followers(state).length === 0);
    function followers(state) {
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
        is: (text) => next.has(text),
        mayBecome: (from, to) => followers(from).includes(to),
        next: followers,
        isTerminal: (state) => followers(state).length === 0,
        assertMayBecome(from, to) {
            if (!followers(from).includes(to))
                throw new ForbiddenTransition(name, from, to);
        },
    });
}
function checkGraph(name, next, initial) {
    invariant(next.has(initial), `${name} starts in ${initial}, which is one of its states`);
    for (const [from, targets] of next) {
        invariant(new Set(targets).size === targets.length, `${name} names each target of ${from} once`);
        for (const to of targets)
            invariant(next.has(to), `${name} leads from ${from} to ${to}, which is one of its states`);
    }
    const reached = new Set([initial]);
    for (const state of reached)
        for (const to of next.get(state) ?? [])
            reached.add(to);
    for (const state of next.keys())
        invariant(reached.has(state), `${name} leads to ${state} from its initial state`);
}
