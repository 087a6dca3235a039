// The walls of the house. Each rule is a sentence of law; a new feature is kept apart without being listed.

const FEATURE = '^apps/api/src/features/([^/]+)/'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: '1-domain-imports-nothing',
      comment: 'The domain knows the law of plans and nothing else: no package, no node, no app.',
      severity: 'error',
      from: { path: '^packages/domain/src', pathNot: '[.]test[.]ts$|/testing/' },
      to: { pathNot: '^packages/domain/src' },
    },
    {
      name: '2-apps-never-import-apps',
      comment: 'Apps speak to each other over HTTP, never by import.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: '3-web-sees-domain-and-client',
      comment:
        'Of this house the screens see only the domain and the treaty; the stranger in e2e only the treaty.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^(apps|packages|bench)/', pathNot: '^apps/web/|^packages/(domain|api-client)/' },
    },
    {
      name: '3-e2e-sees-only-the-client',
      comment: 'The stranger tries the doors: it knows nothing of what is behind them.',
      severity: 'error',
      from: { path: '^apps/e2e/' },
      to: { path: '^(apps|packages|bench)/', pathNot: '^apps/e2e/|^packages/api-client/' },
    },
    {
      name: '4-features-enter-by-the-door',
      comment: 'A feature enters another only by its index.ts.',
      severity: 'error',
      from: { path: FEATURE },
      to: { path: '^apps/api/src/features/', pathNot: '^apps/api/src/features/$1/|/index[.]ts$' },
    },
    {
      name: '5-tables-stay-in-repos',
      comment: 'Tables and Drizzle are touched only by *.repo.ts, db/, and the door to a write.',
      severity: 'error',
      from: {
        path: '^apps/api/src',
        pathNot:
          '[.]repo[.]ts$|^apps/api/src/db/|^apps/api/src/core/(change|context)[.]ts$|[.]test[.]ts$|^apps/api/src/contract[.]ts$',
      },
      to: { path: 'drizzle-orm|^apps/api/src/db/schema/' },
    },
    {
      name: '6-fastify-stays-in-http',
      comment: 'Fastify is known only by *.routes.ts, http/ and app.ts.',
      severity: 'error',
      from: {
        path: '^apps/api/src',
        pathNot: '[.]routes[.]ts$|^apps/api/src/http/|^apps/api/src/app[.]ts$|[.]test[.]ts$',
      },
      to: { path: 'node_modules/(fastify|@fastify)/' },
    },
    {
      name: '7-routes-never-reach-repos',
      comment: 'A route calls one service; SQL is two doors away.',
      severity: 'error',
      from: { path: '[.]routes[.]ts$' },
      to: { path: '[.]repo[.]ts$' },
    },
    {
      name: '8-the-frame-knows-no-feature',
      comment: 'core, db and http do not know features.',
      severity: 'error',
      from: { path: '^apps/api/src/(core|db|http|jobs)/', pathNot: '[.]test[.]ts$' },
      to: { path: '^apps/api/src/features/' },
    },
    {
      name: '9-no-circles',
      comment: 'What depends on itself cannot be understood in any order.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/|/paraglide/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.json', '.d.ts'],
    },
    tsConfig: { fileName: 'tsconfig.base.json' },
  },
}
