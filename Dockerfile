# One image: the screens are built in the first stage, the second carries what runs.
FROM node:24-bookworm-slim AS build
WORKDIR /app
ENV CI=true npm_config_yes=true TURBO_TELEMETRY_DISABLED=1
COPY . .
RUN npx pnpm@12 install --frozen-lockfile && npx pnpm@12 run build && npx pnpm@12 prune --prod --ignore-scripts

FROM node:24-bookworm-slim
WORKDIR /app
COPY --from=build --chown=node:node /app /app
RUN mkdir -p /data && chown node:node /data
USER node
ENV HOST=:: PORT=3000 DATA_DIR=/data NODE_ENV=production
EXPOSE 3000
VOLUME /data
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD node -e "fetch('http://localhost:3000/api/v1/readyz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"
CMD ["node", "apps/api/src/main.ts", "start"]
