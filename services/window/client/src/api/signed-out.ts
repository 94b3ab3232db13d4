const flag = 'janela.signedOut';

/** Remembers that somebody has just signed out; what one tab remembers alone is lost on the way to the issuer and back. */
export const rememberSignedOut = (): void => localStorage.setItem(flag, 'yes');

/** Whether somebody has just signed out here. */
export const hasSignedOut = (): boolean => localStorage.getItem(flag) !== null;

/** Somebody goes on to sign in. */
export const forgetSignedOut = (): void => localStorage.removeItem(flag);
