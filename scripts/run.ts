// `pnpm demo` and `pnpm start`: build the screens, then run the service until it is stopped.
import { spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DirectoryInUse, lockDirectory } from '../apps/api/src/db/directory-lock.ts'
import { buildScreens, ROOT } from './run-step.ts'

const [mode = 'start', ...flags] = process.argv.slice(2)
const isDemo = mode === 'demo'
const dataDir = process.env.DATA_DIR || join(ROOT, '.data', ...(isDemo ? ['demo'] : []))

/** Begins anew, unless somebody is at work there. */
async function forget(directory: string): Promise<void> {
  const unlock = await lockDirectory(directory)
  await rm(directory, { recursive: true, force: true })
  await unlock()
}

if (isDemo && flags.includes('--fresh')) {
  await forget(dataDir).catch((error: unknown) => {
    if (!(error instanceof DirectoryInUse)) throw error
    console.error(`Tiến Độ: ${error.message}`)
    process.exit(1)
  })
}
if ((await buildScreens()) !== 0) process.exit(1)

// The demo has known accounts: it never listens beyond this machine.
const env = { ...process.env, DATA_DIR: dataDir, ...(isDemo ? { HOST: '127.0.0.1' } : {}) }
const service = spawn(process.execPath, [join(ROOT, 'apps', 'api', 'src', 'main.ts'), mode], {
  cwd: ROOT,
  stdio: 'inherit',
  env,
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => service.kill(signal))
service.on('exit', (code) => process.exit(code ?? 1))
