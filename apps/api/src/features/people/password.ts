// How passwords are judged and kept: NIST SP 800-63B-4 for what is asked, argon2id for what is stored.
import { hash, verify } from '@node-rs/argon2'
import { fold } from '@tien-do/domain/search-fold'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '@tien-do/domain/sign-in'
import { AppError } from '../../core/errors.ts'
import { fewAtOnce } from '../../core/few-at-once.ts'
import { COMMON_PARTS } from './common-parts.ts'

export const MAX_PASSWORD = LONGEST_PASSWORD
/** What is left once everything that an attacker tries first is taken out must still be this long. */
const LEAST_LEFT = 6
const LEAST_DIFFERENT = 5

// OWASP's minimum for argon2id, which is also the library's default algorithm.
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

// Each takes 19 MB and a tenth of a second of a processor: a flood of sign-ins must leave both to everybody else.
const inTurn = fewAtOnce(4, 40)

/** Throws `service.busy` where too many wait already. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFC'), ARGON2))
}

/** Throws `service.busy` where too many wait already. */
export function verifyPassword(stored: string, password: string): Promise<boolean> {
  return inTurn(() => verify(stored, password.normalize('NFC')))
}

/** Throws `password.weak` for what is too short, or is made of what is tried first: common parts, the person’s and the ward’s own names. */
export function assertStrong(
  password: string,
  owner: { name: string; email: string },
  names: readonly string[] = [],
  pointer = '/password',
): void {
  const text = password.normalize('NFC')
  if ([...text].length < SHORTEST_PASSWORD || isGuessable(text, owner, names))
    throw new AppError('password.weak', {
      faults: [{ pointer, in: 'body', code: 'too_weak', params: { minimum: SHORTEST_PASSWORD } }],
    })
}

function isGuessable(
  text: string,
  owner: { name: string; email: string },
  names: readonly string[],
): boolean {
  const own = [owner.name, owner.email].flatMap((each) => [each, ...each.split(/[\s.@-]+/)])
  const parts = [...COMMON_PARTS, ...own.map(bare), ...names.flatMap(partsOf)]
    .filter((part) => part.length > 2)
    .sort((one, other) => other.length - one.length)
  let left = bare(text)
  // What has no letter of ours in it (another script) is judged by its variety alone.
  const isOurs = left.length > 0
  for (const part of parts) left = left.replaceAll(part, '')
  return new Set(text).size < LEAST_DIFFERENT || (isOurs && left.length < LEAST_LEFT)
}

/** A name whole, and each two words of it that stand together: of "Hạ tầng số phường Chánh Lộ" also "Chánh Lộ". */
function partsOf(name: string): string[] {
  const words = name.split(/[^\p{L}\p{N}]+/u).map(bare)
  return [bare(name), ...words.slice(1).map((word, index) => words[index] + word)]
}

/** Lower case, without marks, letters and digits only. */
const bare = (text: string) => fold(text).replace(/[^a-z0-9]/g, '')
