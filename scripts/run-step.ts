// Runs one command of the workspace where people can see it.
import { type SpawnOptions, spawn } from 'node:child_process'
import { dirname, join } from 'node:path'

export const ROOT = join(import.meta.dirname, '..')
const BIN = join(ROOT, 'node_modules', '.bin')

// Whatever started us, the pinned Node and the workspace's own tools come first.
const PATH = [BIN, dirname(process.execPath), process.env.PATH].join(':')

/** Resolves to the exit code. */
export function runStep(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<number> {
  const env = { ...process.env, PATH, TURBO_TELEMETRY_DISABLED: '1', ...options.env }
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', ...options, env })
    child.on('error', () => resolve(1))
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

/** Runs one command and keeps what it prints. */
export function runQuietly(
  command: string,
  args: readonly string[],
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, PATH, NO_COLOR: '1' },
    })
    let output = ''
    const keep = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('exit', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** Builds the screens; what did not change is not built again. */
export function buildScreens(): Promise<number> {
  return runStep('turbo', ['run', 'build', '--output-logs=errors-only', '--ui=stream'])
}
