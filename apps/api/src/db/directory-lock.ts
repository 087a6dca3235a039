// Two processes on one PGlite directory lose committed rows in silence: a lock file lets only one in.
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export class DirectoryInUse extends Error {}

/** Between making the file and writing into it another process may look: it looks again. */
const WRITING_MS = 100

/** Takes the directory for this process and returns how to let it go; a lock left by a dead process is taken over. */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  await mkdir(directory, { recursive: true })
  const file = join(directory, 'lock')
  if (!(await claim(file))) {
    const owner = await ownerOf(file)
    if (isAlive(owner))
      throw new DirectoryInUse(
        `${directory} is in use by process ${owner}: stop it first, or set DATA_DIR to another directory`,
      )
    await takeAway(file, owner)
    if (!(await claim(file))) throw new DirectoryInUse(`${directory} has just been taken by another process`)
  }
  return () => rm(file, { force: true })
}

/** `wx` fails where there is a file already: of many, one makes it. */
async function claim(file: string): Promise<boolean> {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Of many who found the same dead owner one moves the file; whoever moves a newer one instead puts it back. */
async function takeAway(file: string, deadOwner: string): Promise<void> {
  const aside = `${file}.${process.pid}`
  await rename(file, aside).catch(() => undefined)
  if ((await ownerOf(aside)) === deadOwner) return rm(aside, { force: true })
  await rename(aside, file).catch(() => undefined)
}

async function ownerOf(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '')
  if (text !== '') return text
  await sleep(WRITING_MS)
  return readFile(file, 'utf8').catch(() => '')
}

/** A container's processes have the same number after each start: our own number is that of a predecessor. */
function isAlive(owner: string): boolean {
  const pid = Number(owner)
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
