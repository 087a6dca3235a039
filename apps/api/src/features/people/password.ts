// How passwords are judged and kept: NIST SP 800-63B-4 for what is asked, argon2id for what is stored.
import { hash, verify } from '@node-rs/argon2'
import { AppError } from '../../core/errors.ts'

const MIN_PASSWORD = 15
export const MAX_PASSWORD = 128

// OWASP's minimum for argon2id, which is also the library's default algorithm.
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), ARGON2)
}

export function verifyPassword(stored: string, password: string): Promise<boolean> {
  return verify(stored, password.normalize('NFC'))
}

/** Throws `password.weak` for what is too short, or says no more than the person's own name or address. */
export function assertStrong(password: string, owner: { name: string; email: string }): void {
  const text = password.normalize('NFC').toLowerCase()
  const guesses = [owner.name, owner.email].map((each) => each.normalize('NFC').toLowerCase())
  const repeated = new Set(text).size < 5
  if (password.length < MIN_PASSWORD || repeated || guesses.includes(text)) {
    throw new AppError('password.weak', {
      faults: [{ pointer: '/password', in: 'body', code: 'too_weak', params: { minimum: MIN_PASSWORD } }],
    })
  }
}
