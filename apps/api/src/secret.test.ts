import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readSecret } from './secret.ts'

const root = await mkdtemp(join(tmpdir(), 'tien-do-secret-'))
afterAll(() => rm(root, { recursive: true, force: true }))

describe('the secret', () => {
  it('is made once, long enough, and for this user only; of several first starts all read the same', async () => {
    const directory = join(root, 'new')
    const secrets = await Promise.all(Array.from({ length: 5 }, () => readSecret(directory)))
    expect(new Set(secrets).size).toBe(1)
    expect(secrets[0]).toHaveLength(43)
    expect((await stat(join(directory, 'secret'))).mode & 0o777).toBe(0o600)
  })
  it.each(['', 'short', 'x'.repeat(31)])(
    'that is too short to sign anything stops the start: "%s"',
    async (text) => {
      await writeFile(join(root, 'secret'), text)
      await expect(readSecret(root)).rejects.toThrow(/secret: the secret has \d+ characters/)
    },
  )
})
