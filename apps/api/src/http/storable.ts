// What a body may hold before anybody looks at its shape: text that a database can keep, nested within reason.
import { AppError, type Fault } from '../core/errors.ts'

/** No body of ours is half as deep; a parser of a hundred thousand brackets would run out of stack. */
const DEEPEST = 32
const FAULTS_SHOWN = 100

/** The body with its text precomposed (NFC), whatever the keyboard or the file gave; refuses what cannot be stored. */
export function storable(body: unknown): unknown {
  const faults: Fault[] = []
  const kept = walk(body, '', 0, faults)
  if (faults.length > 0) throw new AppError('validation-failed', { faults: faults.slice(0, FAULTS_SHOWN) })
  return kept
}

function walk(value: unknown, pointer: string, depth: number, faults: Fault[]): unknown {
  if (typeof value === 'string') return textOf(value, pointer, faults)
  if (typeof value !== 'object' || value === null) return value
  if (depth > DEEPEST) {
    faults.push({ pointer, in: 'body', code: 'too_deep', params: { limit: DEEPEST } })
    return null
  }
  if (Array.isArray(value))
    return value.map((item, index) => walk(item, `${pointer}/${index}`, depth + 1, faults))
  const entries = Object.entries(value).map(([name, member]) => {
    const at = `${pointer}/${pointerPart(name)}`
    return [textOf(name, at, faults), walk(member, at, depth + 1, faults)] as const
  })
  return Object.fromEntries(entries)
}

/** A NUL byte and half of a surrogate pair are characters in JSON, and in no text column. */
function textOf(text: string, pointer: string, faults: Fault[]): string {
  if (text.includes('\u0000') || !text.isWellFormed())
    faults.push({ pointer, in: 'body', code: 'invalid_text' })
  return text.normalize('NFC')
}

/** A name as a JSON pointer writes it (RFC 6901). */
export function pointerPart(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}
