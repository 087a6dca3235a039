// The deadline is Việt Nam's wherever the server stands: a process of its own for each zone.
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { newDatabase } from './harness.ts'
import { TEMPLATE } from './template.ts'

const SCRIPT = fileURLToPath(new URL('./deadline-in-zone.ts', import.meta.url))
const run = promisify(execFile)

it.each([
  ['UTC', 0],
  ['America/New_York', 300],
])(
  'on a server in %s, 30/11 23:59:59.999 is on time and 01/12 00:00 is late',
  async (TZ, minutesBehind) => {
    const { stdout } = await run(process.execPath, [SCRIPT, await newDatabase(TEMPLATE)], {
      env: { ...process.env, TZ },
    })
    expect(JSON.parse(stdout)).toEqual({
      zone: minutesBehind,
      QS: ['2026-11-30', true],
      'DC-XD': ['2026-11-30', false],
    })
  },
  60_000,
)
