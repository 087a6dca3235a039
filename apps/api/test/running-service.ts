// The service as its user starts it: a process of its own, seen from outside.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const PATIENCE_MS = 60_000

export interface RunningService {
  readonly process: ChildProcess
  readonly url: string
  /** What it printed when it was ready. */
  readonly welcome: string
  /** From the start of the process to its welcome. */
  readonly startedInMs: number
}

export interface Ended {
  readonly code: number | null
  readonly said: string
}

type Environment = Readonly<Record<string, string>>

function launch(mode: 'start' | 'demo', environment: Environment): ChildProcess {
  const { DATABASE_URL: _none, ...inherited } = process.env
  return spawn(process.execPath, [MAIN, mode], { env: { ...inherited, PORT: '0', ...environment } })
}

/** Starts it and waits for its welcome; throws with what it said when it ends instead. */
export async function startService(
  mode: 'start' | 'demo',
  environment: Environment,
): Promise<RunningService> {
  const start = performance.now()
  const child = launch(mode, environment)
  const said = listenTo(child)
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no welcome: ${said()}`)), PATIENCE_MS)
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${said()}`)))
    child.stdout?.on('data', () => {
      const url = /Tiến Độ: (http\S+)\n/.exec(said())?.[1]
      if (url === undefined) return
      clearTimeout(timer)
      child.removeAllListeners('exit')
      resolve({ process: child, url, welcome: said(), startedInMs: performance.now() - start })
    })
  })
}

/** Starts it where it is expected to refuse, and waits for its end. */
export async function startInVain(environment: Environment): Promise<Ended> {
  const child = launch('start', environment)
  const said = listenTo(child)
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS / 3)
  const [code] = (await once(child, 'exit')) as [number | null]
  clearTimeout(timer)
  return { code, said: said() }
}

export async function end(
  { process: child }: RunningService,
  signal: NodeJS.Signals,
): Promise<number | null> {
  const ended = once(child, 'exit')
  child.kill(signal)
  const [code] = (await ended) as [number | null]
  return code
}

function listenTo(child: ChildProcess): () => string {
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  return () => said
}
