import { definePermissions } from '@janela/platform';

/** The gateway allows nothing by itself: every service behind it decides by the token that it forwards. */
export const windowPermissions = definePermissions('window', {});
