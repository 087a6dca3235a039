// `pnpm doctor`: what is wrong here, in plain words, and what to do; ends with 1 where something is.
import { examine } from '../doctor/examine.ts'
import { atConsole, readConfigHere } from './at-console.ts'

const MARK = { ok: '✓', warning: '!', fault: '✗' } as const
const language = /^en/.test(process.env.LC_ALL ?? process.env.LANG ?? '') ? 'en' : 'vi'

await atConsole(async () => {
  const findings = await examine(readConfigHere(), () => new Date())
  for (const { level, says, wayOut } of findings) {
    console.log(`${MARK[level]} ${says[language]}`)
    if (wayOut) console.log(`    → ${wayOut[language]}`)
  }
  if (findings.some(({ level }) => level === 'fault')) process.exitCode = 1
})
