# One service, or anything that is run once beside it:
#   docker build --file infra/service.Dockerfile --build-arg SERVICE=services/registry --tag janela/registry .
# The image of a service also migrates its database (node dist/migrate.js).
ARG NODE=node:24-slim

# The same for every service, so it is built once.
FROM ${NODE} AS build
WORKDIR /janela
COPY . .
# Not npm ci: a lock made on one platform may lack the optional packages of another. Node is here already, and nothing else
# that we need comes by an install script.
RUN npm install --no-save --include=dev --ignore-scripts --no-audit --no-fund --loglevel=error
RUN NX_DAEMON=false npm run build

FROM ${NODE} AS packages
WORKDIR /janela
COPY . .
RUN npm install --no-save --omit=dev --ignore-scripts --no-audit --no-fund --loglevel=error

FROM build AS files
ARG SERVICE
RUN node infra/collect-files.mjs "${SERVICE}" /files

FROM ${NODE}
ARG SERVICE
ENV NODE_ENV=production JANELA_MODE=production
COPY --from=packages /janela/node_modules /janela/node_modules
COPY --from=files /files /janela
WORKDIR /janela/${SERVICE}
# Nothing is written: the file system may be read-only.
USER node
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.JANELA_PORT}/health/live`).then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-old-space-size=256", "--max-semi-space-size=8", "--no-parallel-scavenge", "--no-concurrent-sweeping", "--no-concurrent-array-buffer-sweeping", "--import", "/janela/libs/platform/otel.mjs", "dist/main.js"]
