/** What a service needs besides its port. */
type Need = 'database' | 'kafka' | 'redis' | 'issuer' | 'services';

/** One service: where it is and what it needs. */
export type Service = {
  name: string;
  /** From the root of the checkout. */
  folder: string;
  port: number;
  needs: readonly Need[];
};

const service = (name: string, port: number, needs: readonly Need[], folder = `services/${name}`): Service => ({
  name,
  folder,
  port,
  needs,
});

/** The services that keep facts: all with a database, the log, and jobs. */
const statefulService = (name: string, port: number): Service =>
  service(name, port, ['database', 'kafka', 'redis', 'issuer']);

/** Every service, in the order in which they are started; the window comes last, for it leads to all others. */
export const services: readonly Service[] = [
  service('identity', 8081, ['database', 'kafka', 'issuer']),
  statefulService('registry', 8101),
  statefulService('eligibility', 8102),
  statefulService('payments', 8103),
  statefulService('grievances', 8104),
  statefulService('reporting', 8105),
  statefulService('provider-sandbox', 8190),
  service('window', 8080, ['redis', 'issuer', 'services'], 'services/window/server'),
];

/** Where a service answers, by its name. */
export type ServiceAddresses = ReadonlyMap<string, string>;
