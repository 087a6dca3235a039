// Codes of the second factor: RFC 6238, one step of tolerance, and recovery codes.
import { randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { sha256 } from '../../core/canonical-json.ts'

const STEP_SECONDS = 30
const SECRET_BYTES = 20
const RECOVERY_CODES = 10
/** Without those that look alike on paper. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz'
const HALF = 5

function totpOf(secret: string, label: string): TOTP {
  return new TOTP({ issuer: 'Tiến Độ', label, secret: Secret.fromBase32(secret), period: STEP_SECONDS })
}

export const newSecret = (): string => new Secret({ size: SECRET_BYTES }).base32

/** What an authenticator reads from a QR code. */
export const uriOf = (secret: string, email: string): string => totpOf(secret, email).toString()

/** The time step that the code belongs to; null when it belongs to none near now. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const delta = totpOf(secret, '').validate({ token: code, timestamp: now.getTime(), window: 1 })
  return delta === null ? null : Math.floor(now.getTime() / 1000 / STEP_SECONDS) + delta
}

export function newRecoveryCodes(): string[] {
  const half = () => Array.from({ length: HALF }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  return Array.from({ length: RECOVERY_CODES }, () => `${half()}-${half()}`)
}

/** Fifty bits of chance and a delay after a few tries: a plain hash is right. */
export const recoveryHash = (code: string): string => sha256(code.trim().toLowerCase())
