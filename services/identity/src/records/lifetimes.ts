const minute = 60;
const hour = 60 * minute;

/** How long what the issuer gives out is good, in seconds. */
export const lifetimes = {
  /** Also how long a closed account or a lost role may still be used. */
  accessToken: 10 * minute,
  authorizationCode: minute,
  /** How long the sign-in page may stay open. */
  interaction: hour,
  /** A working day; refresh tokens and the keys of everything signed in it end with it. */
  session: 12 * hour,
} as const;
