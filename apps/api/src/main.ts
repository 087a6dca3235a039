// The way in. The embedded database opens in its own thread while the rest of the service is read from disk.
import { enableCompileCache } from 'node:module'
import { atConsole } from './commands/at-console.ts'
import { readConfig } from './config.ts'
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

await atConsole(() => main(process.argv[2] === 'demo' ? 'demo' : 'start'))
