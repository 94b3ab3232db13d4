const flag = 'janela.signedOut';

/** Remembers, over the way to the issuer and back, that somebody has just signed out in this browser tab. */
export const rememberSignedOut = (): void => sessionStorage.setItem(flag, 'yes');

/** Whether somebody has just signed out here. */
export const hasSignedOut = (): boolean => sessionStorage.getItem(flag) !== null;

/** Somebody goes on to sign in. */
export const forgetSignedOut = (): void => sessionStorage.removeItem(flag);
