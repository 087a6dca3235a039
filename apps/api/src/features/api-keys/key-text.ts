// The text of an API key: td_live_<8 public>_<43 secret><6 check>. The check lets scanners tell a real key.
import { randomInt } from 'node:crypto'
import { crc32 } from 'node:zlib'

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const PREFIX_LENGTH = 8
const SECRET_LENGTH = 43
const CHECK_LENGTH = 6
const PATTERN = /^td_live_([0-9A-Za-z]{8})_([0-9A-Za-z]{43})([0-9A-Za-z]{6})$/

export function newKeyText(): { readonly prefix: string; readonly secret: string; readonly text: string } {
  const prefix = randomText(PREFIX_LENGTH)
  const secret = randomText(SECRET_LENGTH)
  return { prefix, secret, text: `td_live_${prefix}_${secret}${checkOf(prefix + secret)}` }
}

/** Null when the text was never one of ours: nothing needs to be looked up. */
export function readKeyText(text: string): { readonly prefix: string; readonly secret: string } | null {
  const [, prefix, secret, check] = PATTERN.exec(text) ?? []
  return prefix && secret && check === checkOf(prefix + secret) ? { prefix, secret } : null
}

function randomText(length: number): string {
  return Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
}

function checkOf(text: string): string {
  let rest = crc32(text)
  let check = ''
  for (let digit = 0; digit < CHECK_LENGTH; digit++) {
    check = ALPHABET[rest % ALPHABET.length] + check
    rest = Math.floor(rest / ALPHABET.length)
  }
  return check
}
