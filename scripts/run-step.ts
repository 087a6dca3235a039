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

/** Builds the screens; what did not change is not built again. */
export function buildScreens(): Promise<number> {
  return runStep('turbo', ['run', 'build', '--output-logs=errors-only', '--ui=stream'])
}
