// `pnpm check`: what can be known without a database: format, lint, types, walls, dead code, the contract.
import { performance } from 'node:perf_hooks'
import { runStep } from './run-step.ts'

const TYPED = [
  'packages/domain',
  'packages/domain/tsconfig.test.json',
  'packages/api-client',
  'apps/api',
  'apps/web',
  'apps/web/tsconfig.node.json',
  'apps/e2e',
  'bench',
  'plans',
  'scripts',
]

const STEPS: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ['format and lint', 'biome', 'ci', '--error-on-warnings', '.'],
  ['messages', 'node', 'apps/web/build/compile-messages.ts'],
  ...TYPED.map((project) => [`types of ${project}`, 'tsc', '--noEmit', '-p', project] as const),
  ['walls', 'depcruise', '--config', '.dependency-cruiser.cjs', 'apps', 'packages'],
  ['nothing unused', 'knip'],
  ['contract unchanged', 'node', 'apps/api/src/contract.ts', '--check'],
  [
    'client unchanged',
    'openapi-typescript',
    'packages/api-client/openapi.json',
    '-o',
    'packages/api-client/src/schema.d.ts',
    '--check',
  ],
  ['OpenAPI (Redocly)', 'redocly', 'lint', 'packages/api-client/openapi.json'],
  ['OpenAPI (Spectral)', 'spectral', 'lint', '--fail-severity=warn', 'packages/api-client/openapi.json'],
]

const failures: string[] = []
for (const [name, command, ...args] of STEPS) {
  const start = performance.now()
  const code = await runStep(command, args)
  console.log(
    `${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${((performance.now() - start) / 1_000).toFixed(1)} s)`,
  )
  if (code !== 0) failures.push(name)
}
if (failures.length > 0) {
  console.error(`\n${failures.length} of ${STEPS.length} checks failed: ${failures.join(', ')}`)
  process.exit(1)
}
