// What each of several processes does at its start; see migrations.test.ts.
import { readConfig } from '../src/config.ts'
import { openDatabase } from '../src/db/client.ts'
import { migrate } from '../src/db/migrate.ts'

const database = await openDatabase(readConfig(process.env))
await migrate(database)
await database.close()
