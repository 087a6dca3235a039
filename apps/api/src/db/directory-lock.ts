// Two processes on one PGlite directory lose committed rows in silence: a lock file lets only one in.
import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

export class DirectoryInUse extends Error {}

/** Takes the directory for this process and returns how to let it go; a lock left by a dead process is taken over. */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  await mkdir(directory, { recursive: true })
  const file = join(directory, 'lock')
  const owner = await livingOwner(file)
  if (owner !== null)
    throw new DirectoryInUse(
      `${directory} is in use by process ${owner}: stop it first, or set DATA_DIR to another directory`,
    )
  await rm(file, { force: true })
  // `wx` fails if somebody else was faster: never two owners.
  const handle = await open(file, 'wx').catch(() => {
    throw new DirectoryInUse(`${directory} has just been taken by another process`)
  })
  await handle.writeFile(String(process.pid))
  await handle.close()
  return () => rm(file, { force: true })
}

async function livingOwner(file: string): Promise<number | null> {
  const text = await readFile(file, 'utf8').catch(() => null)
  const pid = Number(text)
  if (text === null || !Number.isInteger(pid) || pid <= 0 || pid === process.pid) return null
  try {
    process.kill(pid, 0)
    return pid
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? pid : null
  }
}
