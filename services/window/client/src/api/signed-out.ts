const flag = 'janela.signedOut';

/** Remembers that the person has just signed out; what one tab remembers alone is lost on the way to the issuer and back. */
export const rememberSignedOut = (): void => localStorage.setItem(flag, 'yes');

/** Whether the person has just signed out here. */
export const hasSignedOut = (): boolean => localStorage.getItem(flag) !== null;

/** Forgets it, when the person goes on to sign in. */
export const forgetSignedOut = (): void => localStorage.removeItem(flag);
