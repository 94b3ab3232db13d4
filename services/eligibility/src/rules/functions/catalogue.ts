import { add } from './add.function.ts';
import type { TermFunction } from './define-function.ts';
import { divide } from './divide.function.ts';
import { monthsSince } from './months-since.function.ts';
import { multiply } from './multiply.function.ts';
import { subtract } from './subtract.function.ts';

const functions: readonly TermFunction[] = [add, subtract, multiply, divide, monthsSince];

/** Every function that a rule set may name, by its code. */
export const functionCatalogue: ReadonlyMap<string, TermFunction> = new Map(functions.map((each) => [each.code, each]));
