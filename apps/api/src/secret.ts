// What signs sessions and cursors: made once, kept beside the data, readable by this user only.
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ConfigError } from './config.ts'

const SECRET_BYTES = 32
const SHORTEST = 32

/** The installation's secret; made on the first start. Throws ConfigError where it is too short to sign anything. */
export async function readSecret(dataDir: string): Promise<string> {
  await mkdir(dataDir, { recursive: true })
  const file = join(dataDir, 'secret')
  // `wx`: of two first starts at once, one writes and both read the same.
  await writeFile(file, randomBytes(SECRET_BYTES).toString('base64url'), { flag: 'wx', mode: 0o600 }).catch(
    ignoreExisting,
  )
  const secret = (await readFile(file, 'utf8')).trim()
  if (secret.length < SHORTEST)
    throw new ConfigError(
      `${file}: the secret has ${secret.length} characters, fewer than ${SHORTEST}; put back the one of a backup, or delete the file to get a new one (everybody signs in again)`,
    )
  return secret
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}
