// `pnpm plan:check FILE`: is this a plan? Says every fault with its place; needs no database.
import { readFile } from 'node:fs/promises'
import { parsePlanFile } from '@tien-do/domain/plan-file'
import { fromHere } from './at-console.ts'

const [file] = process.argv.slice(2)
if (!file) {
  console.error('Usage: pnpm plan:check FILE')
  process.exit(2)
}

const text = await readFile(fromHere(file), 'utf8')
const parsed = parsePlanFile(readJson(text))
if (!parsed.ok) {
  for (const { pointer, code, params } of parsed.faults)
    console.error(`${pointer || '/'}  ${code}${params ? `  ${JSON.stringify(params)}` : ''}`)
  console.error(`${parsed.faults.length} faults in ${file}`)
  process.exit(1)
}
for (const warning of parsed.warnings) console.warn(`warning: ${JSON.stringify(warning)}`)
const { code, indicators, tasks, departments } = parsed.plan
console.log(
  `${file}: plan ${code}, ${indicators.length} indicators, ${tasks.length} tasks, ${departments.length} departments, no fault`,
)

function readJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    console.error(`${file}: not JSON: ${(error as Error).message}`)
    process.exit(1)
  }
}
