import { join } from 'node:path';

import { address, inDevelopment, serviceConfig, wholeNumber } from '@janela/platform';
import { z } from 'zod';

/** The services that `/api/<service>/…` may reach, each with the port it has on a developer's machine. */
const servicePorts = { registry: 8101, eligibility: 8102, payments: 8103, grievances: 8104, reporting: 8105 } as const;
export type ServiceName = keyof typeof servicePorts;
export const serviceNames = Object.keys(servicePorts) as ServiceName[];

const serviceAddress = (service: ServiceName) =>
  inDevelopment(
    address('http', 'https').describe(`Where the ${service} service is`),
    `http://localhost:${servicePorts[service]}`,
  );

/** The environment of the window. */
export const WindowConfig = serviceConfig('window', { port: 8080 })
  .omit({ JANELA_DATABASE_URL: true, JANELA_MIGRATOR_URL: true, JANELA_KAFKA_BROKERS: true, JANELA_INDEX_KEY: true })
  .extend({
    JANELA_PUBLIC_URL: inDevelopment(
      address('http', 'https').describe('Where people find the window; production wants https'),
      'http://localhost:8080',
    ),
    JANELA_WINDOW_CLIENT_SECRET: inDevelopment(
      z.string().min(32).describe('Secret of the client janela-window at the issuer'),
      'development-only-secret-of-the-window',
    ),
    JANELA_COUNTRY: z
      .string()
      .regex(/^[a-z][a-z-]*$/)
      .default('zambia')
      .describe('Whose questionnaire the screens ask; a folder of countries/'),
    JANELA_COUNTRIES_FOLDER: z
      .string()
      .min(1)
      .default(join(import.meta.dirname, '../../../../countries'))
      .describe('Where the folders of the countries are'),
    JANELA_CLIENT_FOLDER: z
      .string()
      .min(1)
      .default(join(import.meta.dirname, '../../client/dist'))
      .describe('Where the built web app is'),
    JANELA_SESSION_IDLE_SECONDS: wholeNumber(60, 86_400)
      .default(7_200)
      .describe('How long a session lives without being used by a person'),
    JANELA_SESSION_SECONDS: wholeNumber(60, 604_800)
      .default(43_200)
      .describe('How long a session lives at most, however much it is used'),
    JANELA_SESSION_CHECK_SECONDS: wholeNumber(0, 300)
      .default(5)
      .describe('How long it is taken for granted that the issuer has not ended a session'),
    JANELA_ANSWER_SECONDS: wholeNumber(1, 300)
      .default(30)
      .describe('How long a service may be silent before it counts as away'),
    JANELA_REGISTRY_URL: serviceAddress('registry'),
    JANELA_ELIGIBILITY_URL: serviceAddress('eligibility'),
    JANELA_PAYMENTS_URL: serviceAddress('payments'),
    JANELA_GRIEVANCES_URL: serviceAddress('grievances'),
    JANELA_REPORTING_URL: serviceAddress('reporting'),
  });
export type WindowConfig = z.infer<typeof WindowConfig>;

/** Where each service is. */
export function serviceAddresses(config: WindowConfig): ReadonlyMap<string, string> {
  return new Map<ServiceName, string>([
    ['registry', config.JANELA_REGISTRY_URL],
    ['eligibility', config.JANELA_ELIGIBILITY_URL],
    ['payments', config.JANELA_PAYMENTS_URL],
    ['grievances', config.JANELA_GRIEVANCES_URL],
    ['reporting', config.JANELA_REPORTING_URL],
  ]);
}
