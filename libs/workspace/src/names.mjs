/** A name in a sentence that says what is wrong with it. */
export class WrongName extends Error {
  /** @override */
  name = 'WrongName';
}

/**
 * @param {string} name
 * @param {string} what for the message: "The service"
 */
export function mustBeKebab(name, what) {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    throw new WrongName(`${what} is named in small letters and hyphens, like "case-file", and not "${name}".`);
  }
}

/**
 * `case-file` as `CaseFile`.
 * @param {string} kebab
 */
export function pascal(kebab) {
  return kebab.replaceAll(/(?:^|-)([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}

/**
 * `case-file` as `caseFile`.
 * @param {string} kebab
 */
export function camel(kebab) {
  return kebab.replaceAll(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}

/**
 * `case-file` as `case_file`, for databases and permissions' tables.
 * @param {string} kebab
 */
export function snake(kebab) {
  return kebab.replaceAll('-', '_');
}

/**
 * `case-file` as `case file`, for sentences.
 * @param {string} kebab
 */
export function words(kebab) {
  return kebab.replaceAll('-', ' ');
}
