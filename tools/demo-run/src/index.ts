export { runDemo } from './demo-run.ts';
export { loadCountry } from './load-country.ts';
export { periodNow } from './pay.ts';
export { type People, peopleOf } from './people.ts';
