// `pnpm check`: what can be known without a database: format, lint, types, walls, dead code, the contract.
import { availableParallelism } from 'node:os'
import { performance } from 'node:perf_hooks'
import { runQuietly } from './run-step.ts'

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

/** The staff’s, and everybody’s. */
const DOCUMENTS = ['packages/api-client/openapi.json', 'packages/api-client/public-openapi.json']

const STEPS: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ['format and lint', 'biome', 'ci', '--error-on-warnings', '.'],
  ...TYPED.map((project) => [`types of ${project}`, 'tsc', '--noEmit', '-p', project] as const),
  ['walls', 'depcruise', '--config', '.dependency-cruiser.cjs', 'apps', 'packages'],
  ['nothing unused', 'knip'],
  ['contract unchanged', 'node', 'apps/api/src/contract.ts', '--check'],
  [
    'client unchanged',
    'packages/api-client/node_modules/.bin/openapi-typescript',
    'packages/api-client/openapi.json',
    '-o',
    'packages/api-client/src/schema.d.ts',
    '--check',
  ],
  ['OpenAPI (Redocly)', 'redocly', 'lint', ...DOCUMENTS],
  ['OpenAPI (Spectral)', 'spectral', 'lint', '--fail-severity=warn', ...DOCUMENTS],
]

const failures: string[] = []
const waiting = [...STEPS]

/** Takes the next step until none is left; what a step printed is shown only when it failed. */
async function work(): Promise<void> {
  for (let step = waiting.shift(); step; step = waiting.shift()) {
    const [name, command, ...args] = step
    const start = performance.now()
    const { code, output } = await runQuietly(command, args)
    console.log(
      `${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${((performance.now() - start) / 1_000).toFixed(1)} s)`,
    )
    if (code === 0) continue
    failures.push(name)
    console.error(output)
  }
}

// The words are compiled before anything that imports them is looked at.
const compiled = await runQuietly('node', ['apps/web/build/compile-messages.ts'])
if (compiled.code !== 0) {
  console.error(compiled.output)
  process.exit(1)
}
await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, work))
if (failures.length > 0) {
  console.error(`\n${failures.length} of ${STEPS.length} checks failed: ${failures.join(', ')}`)
  process.exit(1)
}
