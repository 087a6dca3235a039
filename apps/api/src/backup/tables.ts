// Every table of the house as text, the same on both databases: each row a JSON array of what Postgres writes for each column.
import { createHash } from 'node:crypto'
import type { ClientBase } from 'pg'
import type { TableEntry } from './manifest.ts'

export interface Table extends Pick<TableEntry, 'name' | 'columns'> {
  readonly key: readonly string[]
}

const BATCH = 2_000
/** The queue's own tables hold work under way, and drizzle's are made anew by the migrations. */
const NOT_OURS = ['pgboss', 'drizzle', 'information_schema', 'pg_catalog', 'pg_toast']

/** So that the same value is the same text in every session. */
export const PLAIN_TEXT = `set local timezone = 'UTC'; set local datestyle = 'ISO'; set local intervalstyle = 'postgres';
  set local bytea_output = 'hex'; set local extra_float_digits = 1; set local statement_timeout = 0`

export async function listTables(client: ClientBase): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; columns: Table['columns']; key: string[] | null }>(
    `select format('%I.%I', n.nspname, c.relname) as name,
       (select json_agg(json_build_object('name', quote_ident(a.attname), 'type', format_type(a.atttypid, a.atttypmod))
          order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
       (select json_agg(quote_ident(a.attname) order by array_position(i.indkey::int2[], a.attnum))
        from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
        where i.indrelid = c.oid and i.indisprimary) as key
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition and n.nspname <> all($1)
     order by 1`,
    [NOT_OURS],
  )
  return rows.map(({ name, columns, key }) => {
    if (key === null) throw new Error(`table ${name} has no primary key to read it by`)
    return { name, columns, key }
  })
}

/** The rows of a table, a line each, without holding more than a batch; within a transaction. */
export async function* readRows(client: ClientBase, { name, columns, key }: Table): AsyncGenerator<string> {
  const values = columns.map((column) => `${column.name}::text`).join(', ')
  await client.query(
    `declare backup_rows no scroll cursor for
     select json_build_array(${values})::text as line from ${name} order by ${key.join(', ')}`,
  )
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`fetch ${BATCH} from backup_rows`)
    for (const { line } of rows) yield line
    if (rows.length < BATCH) break
  }
  await client.query('close backup_rows')
}

/** Passes lines on, counted and hashed. */
export function counted(lines: AsyncIterable<string>) {
  const hash = createHash('sha256')
  let rows = 0
  async function* passed() {
    for await (const line of lines) {
      hash.update(line).update('\n')
      rows += 1
      yield `${line}\n`
    }
  }
  return { lines: passed(), result: () => ({ rows, sha256: hash.digest('hex') }) }
}

/** What the manifest would say of this table now. */
export async function measureTable(client: ClientBase, table: Table): Promise<TableEntry> {
  const { lines, result } = counted(readRows(client, table))
  for await (const _line of lines);
  return { name: table.name, columns: table.columns, ...result() }
}
