import { definePermissions } from '@janela/platform';

/** People and machines are administered by commands: no route allows anything yet. */
export const identityPermissions = definePermissions('identity', {});
