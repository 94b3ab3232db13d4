import { snake } from '../names.mjs';

/**
 * A service that keeps facts as docker-compose.yml has it: migrated once, then started.
 * @param {string} name
 * @param {number} port
 */
export function composeBlock(name, port) {
  const database = snake(name);
  const url = (/** @type {string} */ role) =>
    `postgres://${database}_${role}:${database}_${role}@postgres:5432/${database}`;
  return `
  ${name}-migrate:
    <<: *once
    build: { <<: *build, args: { SERVICE: services/${name} } }
    image: janela/${name}
    command: node dist/migrate.js
    environment:
      <<: *stateful
      JANELA_PORT: '${port}'
      JANELA_DATABASE_URL: ${url('app')}
      JANELA_MIGRATOR_URL: ${url('migrator')}

  ${name}:
    <<: *service
    build: { <<: *build, args: { SERVICE: services/${name} } }
    image: janela/${name}
    environment:
      <<: *stateful
      JANELA_PORT: '${port}'
      JANELA_DATABASE_URL: ${url('app')}
    ports: ['127.0.0.1:${port}:${port}']
    depends_on: { <<: *servers, ${name}-migrate: { condition: service_completed_successfully } }
`;
}

/**
 * docker-compose.yml with one service more, before the mark that ends them.
 * @param {string} compose
 * @param {string} name
 * @param {number} port
 */
export function withService(compose, name, port) {
  return compose.replace(/\n# end of the services\n/, () => `${composeBlock(name, port)}\n# end of the services\n`);
}

/**
 * The list of tools/stack/src/services.ts with one service more, before the window, which leads to all others.
 * @param {string} source
 * @param {string} name
 * @param {number} port
 */
export function withStatefulService(source, name, port) {
  return source.replace(/\n {2}service\('window'/, (window) => `\n  statefulService('${name}', ${port}),${window}`);
}
