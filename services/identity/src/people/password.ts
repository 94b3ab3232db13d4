import { hash, verify } from '@node-rs/argon2';

/** OWASP's lower bound for argon2id; one check costs about 20 ms of a core and 19 MiB. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const currentCost = `$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}$`;

/** Characters a new password must have; NIST SP 800-63B asks for length and for no other composition rule. */
export const passwordLengthMin = 12;

/** Characters a typed password may have: far beyond any phrase, and still nothing to hash a server to death with. */
export const passwordLengthMax = 256;

/** Hashes with argon2id into the usual PHC string. The same letters typed on another keyboard hash alike. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), cost);
}

/** Returns whether the password is the one that was hashed. A damaged hash matches nothing. */
export async function passwordMatches(passwordHash: string, password: string): Promise<boolean> {
  try {
    return await verify(passwordHash, password.normalize('NFKC'));
  } catch {
    return false;
  }
}

/** True when the hash was made with another cost than today's: hash again while the password is known. */
export function isOutdatedHash(passwordHash: string): boolean {
  return !passwordHash.startsWith(currentCost);
}
