// The way in. The embedded database opens in its own thread while the rest of the service is read from disk.
import { enableCompileCache } from 'node:module'
import { ConfigError, readConfig } from './config.ts'
import { DirectoryInUse } from './db/directory-lock.ts'
import { startEmbedded } from './db/embedded.ts'

enableCompileCache()

async function main(mode: 'demo' | 'start'): Promise<void> {
  const config = readConfig(process.env)
  const embedded = config.databaseUrl === null ? startEmbedded(config.dataDir) : undefined
  // Its failure is told where it is awaited.
  embedded?.catch(() => undefined)
  const { serve } = await import('./serve.ts')
  await serve(mode, config, embedded)
}

main(process.argv[2] === 'demo' ? 'demo' : 'start').catch((error: unknown) => {
  // What the person at the console can mend is said in one line; anything else keeps its stack.
  if (error instanceof ConfigError || error instanceof DirectoryInUse)
    console.error(`Tiến Độ: ${error.message}`)
  else console.error(error)
  process.exit(1)
})
