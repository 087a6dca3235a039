// Compiles messages/*.json and stops when anything is missing: the compiler itself ends green with no messages at all.

import { compile } from '@inlang/paraglide-js'
import { LOCALES, messageOptions, messagesIn } from './messages-options.ts'

await compile(messageOptions)

const compiled: Record<string, unknown> = await import(`${messageOptions.outdir}/messages.js`)
const [base = [], ...others] = LOCALES.map((locale) => Object.keys(messagesIn(locale)))
const faults = base.length === 0 ? ['no messages'] : []
for (const key of base) {
  if (typeof compiled[key] !== 'function') faults.push(`${key} was not compiled`)
}
for (const [index, keys] of others.entries()) {
  const locale = LOCALES[index + 1]
  const known = new Set(keys)
  faults.push(...base.filter((key) => !known.has(key)).map((key) => `${locale}: ${key} is missing`))
  faults.push(...keys.filter((key) => !base.includes(key)).map((key) => `${locale}: ${key} is one too many`))
}

if (faults.length > 0) console.error(faults.join('\n'))
// The compiler leaves timers of 30 seconds behind: leave without waiting for them.
process.exit(faults.length > 0 ? 1 : 0)
