/**
 * The accounts of the ledger, each with what its balance means. Debits are above zero: what a programme may spend, what is
 * reserved, under way and paid out are debits; where it all came from is a credit.
 */
export const accounts = {
  /** Where money comes from; a credit, for ever. */
  treasury: (source: string) => `treasury:${source}`,
  /** What a programme may still spend. Never below zero. */
  funds: (programme: string) => `funds:${programme}`,
  /** Approved, and still with us. */
  committed: (programme: string) => `committed:${programme}`,
  /** With a provider, which has not said yet what became of it. */
  inFlight: (provider: string) => `in_flight:${provider}`,
  /** With the people it was for. */
  paid: (programme: string) => `paid:${programme}`,
  /** Sent, and come back; ready to be sent again. Never below zero. */
  returned: (programme: string) => `returned:${programme}`,
  /** Paid out beyond what was due, to be recovered. */
  recoverable: (programme: string) => `recoverable:${programme}`,
  /** What a provider owes us, having paid less than it was given; below zero, what we owe it. */
  provider: (provider: string) => `provider:${provider}`,
  /** Where members paid in. */
  collected: (channel: string) => `collected:${channel}`,
  /** What members paid in; a credit. */
  contributions: (programme: string) => `contributions:${programme}`,
};

/** Half of what JSON carries exactly, the most that an account may hold: what else goes through it has room in the other half. */
export const mostMinor = 2n ** 52n;
