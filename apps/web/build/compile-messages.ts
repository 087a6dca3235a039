// Compiles messages/*.json and stops when anything is missing: the compiler itself ends green with no messages at all.

import { readFileSync } from 'node:fs'
import { compile } from '@inlang/paraglide-js'
import { MESSAGE_FILES, messageOptions } from './messages-options.ts'

await compile(messageOptions)

const compiled: Record<string, unknown> = await import(`${messageOptions.outdir}/messages.js`)
const faults = Object.entries(MESSAGE_FILES).flatMap(([locale, file]) => {
  const keys = Object.keys(JSON.parse(readFileSync(file, 'utf8'))).filter((key) => key !== '$schema')
  if (keys.length === 0) return [`${locale}: no messages`]
  return keys
    .filter((key) => typeof compiled[key] !== 'function')
    .map((key) => `${locale}: ${key} was not compiled`)
})

if (faults.length > 0) console.error(faults.join('\n'))
// The compiler leaves timers of 30 seconds behind: leave without waiting for them.
process.exit(faults.length > 0 ? 1 : 0)
