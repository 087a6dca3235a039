import type { Manifest } from '../backup/manifest.ts'

/** What a backup holds, in a few lines; the heads are what to write down elsewhere. */
export function summaryOf({ madeAt, engine, tables, files, auditHeads }: Manifest): string {
  const rows = tables.reduce((total, table) => total + table.rows, 0)
  const heads = Object.entries(auditHeads).map(
    ([plan, head]) => `audit head of ${plan || 'the installation'}: ${head ?? '–'}`,
  )
  return [
    `made at ${madeAt} from ${engine}: ${tables.length} tables, ${rows} rows, ${files.length} attachments`,
    ...heads,
  ].join('\n')
}
