import { address, inDevelopment, readConfig, serviceConfig, wholeNumber } from '@janela/platform';
import { z } from 'zod';

const developmentWindow = 'http://localhost:8080';

/** Addresses separated by commas. */
function addresses() {
  return z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(address('http', 'https')).min(1));
}

export const IdentityConfig = serviceConfig('identity', { port: 8081 })
  .omit({ JANELA_REDIS_URL: true })
  .extend({
    JANELA_WINDOW_URL: inDevelopment(
      address('http', 'https').describe('Where Janela itself is found; pages lead back there'),
      developmentWindow,
    ),
    JANELA_WINDOW_CLIENT_SECRET: inDevelopment(
      z.string().min(32).describe('Secret of the client janela-window, 32 characters or more'),
      'development-only-secret-of-the-window',
    ),
    JANELA_WINDOW_REDIRECT_URIS: inDevelopment(
      addresses().describe('Where people may be sent after signing in; several separated by commas'),
      `${developmentWindow}/login/callback`,
    ),
    JANELA_WINDOW_SIGNED_OUT_URIS: inDevelopment(
      addresses().describe('Where people may be sent after signing out; several separated by commas'),
      `${developmentWindow}/`,
    ),
    JANELA_PROXY_HOPS: wholeNumber(0, 5)
      .default(0)
      .describe('Proxies of our own in front of this service, whose X-Forwarded-For is trusted'),
    JANELA_DEMO_PASSWORD: z
      .string()
      .min(12)
      .optional()
      .describe('Password of every demonstration person; not accepted in production'),
  });
export type IdentityConfig = z.infer<typeof IdentityConfig>;

/** The configuration of a command: the service's own, with less in the log unless the environment says otherwise. Throws `ConfigurationError`. */
export function commandConfig(): IdentityConfig {
  return readConfig(IdentityConfig, { JANELA_LOG_LEVEL: 'warn', ...process.env });
}
