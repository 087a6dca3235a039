// `pnpm test`: every suite, one after the other, and one line at the end that says how it went.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureChromium } from './chromium.ts'
import { buildScreens, ROOT, runStep } from './run-step.ts'

const SUITES = ['packages/domain', 'plans', 'apps/web', 'apps/api', 'apps/e2e']

interface Outcome {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** The part of vitest's JSON report that is counted. */
interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly success: boolean
}

async function runSuite(suite: string, reports: string, chromium: string): Promise<Outcome> {
  const file = join(reports, `${suite.replaceAll('/', '-')}.json`)
  console.log(`\n== ${suite}`)
  const code = await runStep(
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    {
      cwd: join(ROOT, suite),
      env: { CHROMIUM_PATH: chromium },
    },
  )
  const report = await readFile(file, 'utf8').then(
    (text) => JSON.parse(text) as Report,
    () => null,
  )
  if (!report) return { passed: 0, failed: 1, skipped: 0 }
  // A file that does not load, or an error beside the tests, fails the run without a failed test: it counts as one.
  const failed = Math.max(report.numFailedTests, code === 0 && report.success ? 0 : 1)
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests + report.numTodoTests }
}

const chromium = await ensureChromium()
if (chromium === null || (await buildScreens()) !== 0) {
  console.log('0 passed, 1 failed')
  process.exit(1)
}
const reports = await mkdtemp(join(tmpdir(), 'tien-do-tests-'))
const outcomes: Outcome[] = []
for (const suite of SUITES) outcomes.push(await runSuite(suite, reports, chromium))
await rm(reports, { recursive: true, force: true })

const sum = (pick: (outcome: Outcome) => number) =>
  outcomes.reduce((total, outcome) => total + pick(outcome), 0)
const [passed, failed, skipped] = [
  sum((each) => each.passed),
  sum((each) => each.failed),
  sum((each) => each.skipped),
]
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(failed === 0 ? 0 : 1)
