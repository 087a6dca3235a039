// Files by the sha-256 of their bytes: written whole or not at all, never changed, never executed.
import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { AppError, type ErrorCode } from './errors.ts'

/** Bytes that have come in and lie beside the others under no name yet: keep them, or they are discarded. */
export interface ReceivedFile {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
  /** Gives them their name; the same bytes are stored once. */
  readonly keep: () => Promise<void>
  readonly discard: () => Promise<void>
}

export interface FileStore {
  /** Throws `body.too-large` past the limit, `storage.full` where there is no room; nothing is left behind then. */
  readonly receive: (stream: Readable, mostBytes: number) => Promise<ReceivedFile>
  /** Null where the bytes are not there. */
  readonly read: (sha256: string) => Promise<Readable | null>
}

const INCOMING = 'incoming'
const LEFT_BEHIND_MS = 3_600_000
/** Read and written by the service's own user alone, and never executable. */
const MODE = { directory: 0o750, file: 0o640 }
const HASH = /^[0-9a-f]{64}$/

const NO_ROOM: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const NO_ACCESS: ReadonlySet<string> = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'EIO',
  'ENOTDIR',
  'EMFILE',
  'ENFILE',
])

export function openFileStore(directory: string): FileStore {
  const incoming = join(directory, INCOMING)
  return {
    receive: async (stream, mostBytes) => {
      const path = join(incoming, randomUUID())
      try {
        await mkdir(incoming, { recursive: true, mode: MODE.directory })
        await sweep(incoming)
        const { bytes, sha256 } = await writeAll(path, stream, mostBytes)
        const target = join(directory, sha256.slice(0, 2), sha256)
        return {
          path,
          bytes,
          sha256,
          keep: () => guarded(() => moveInto(path, target, bytes)),
          discard: () => rm(path, { force: true }),
        }
      } catch (error) {
        await rm(path, { force: true }).catch(() => undefined)
        throw told(error)
      }
    },
    read: async (sha256) => {
      if (!HASH.test(sha256)) return null
      try {
        const file = await open(join(directory, sha256.slice(0, 2), sha256), 'r')
        return file.createReadStream()
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return null
        throw told(error)
      }
    },
  }
}

/** On the disk, and not only in the machine's memory, before anybody is told that it is there. */
async function writeAll(path: string, stream: Readable, mostBytes: number) {
  const hash = createHash('sha256')
  let bytes = 0
  const file = await open(path, 'wx', MODE.file)
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > mostBytes) throw new AppError('body.too-large', { members: { limit: mostBytes } })
      hash.update(chunk)
      await file.write(chunk)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { bytes, sha256: hash.digest('hex') }
}

async function moveInto(path: string, target: string, bytes: number): Promise<void> {
  await mkdir(dirname(target), { recursive: true, mode: MODE.directory })
  const known = await stat(target).catch(() => null)
  if (known?.size === bytes) return rm(path, { force: true })
  await rename(path, target)
  await syncDirectory(dirname(target))
}

/** A name is as lasting as the directory it stands in. */
async function syncDirectory(directory: string): Promise<void> {
  let handle: FileHandle | undefined
  try {
    handle = await open(directory, 'r')
    await handle.sync()
  } finally {
    await handle?.close()
  }
}

/** What a killed process left half written. */
async function sweep(incoming: string): Promise<void> {
  const now = Date.now()
  for (const name of await readdir(incoming)) {
    const known = await stat(join(incoming, name)).catch(() => null)
    if (known && now - known.mtimeMs > LEFT_BEHIND_MS) await rm(join(incoming, name), { force: true })
  }
}

async function guarded<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw told(error)
  }
}

function told(error: unknown): unknown {
  const code = codeOf(error)
  const known: ErrorCode | null =
    code === undefined
      ? null
      : NO_ROOM.has(code)
        ? 'storage.full'
        : NO_ACCESS.has(code)
          ? 'storage.unavailable'
          : null
  return known === null ? error : new AppError(known, { cause: error })
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | null)?.code
}
