// One file to the service, to be checked or to be written.

import type { ImportAtomicity, ImportMode } from '@tien-do/domain/import-options'
import { answer, api } from '../../lib/api.ts'
import type { ImportOptions } from './import-options.ts'
import type { ImportReport } from './import-report.ts'
import type { ImportSource } from './import-source.ts'

export interface ImportOrder {
  readonly source: ImportSource
  readonly options: ImportOptions
  readonly mode: ImportMode
  readonly atomic: ImportAtomicity
}

/** A check answers with a report whatever the file is like; a commit that is refused as a whole is thrown. */
export function sendImport(
  plan: string,
  { source, options, mode, atomic }: ImportOrder,
  signal?: AbortSignal,
): Promise<ImportReport> {
  return answer(
    api.POST('/plans/{plan}/imports', {
      params: {
        path: { plan },
        query: { ...options, mode, atomic, delimiter: source.delimiter },
        header: { 'idempotency-key': idempotencyKey(source, options, atomic) },
      },
      headers: { 'Content-Type': source.mediaType },
      body: '',
      // The bytes go as they are; the line above only satisfies the contract's type.
      bodySerializer: () => source.body,
      ...(signal ? { signal } : {}),
    }),
  )
}

/** Pressing twice, or again after a lost connection, writes once; the same file under other options is another act. */
function idempotencyKey(source: ImportSource, options: ImportOptions, atomic: ImportAtomicity): string {
  const { resource, decimal, unknownColumns, state, encoding, sheet = '' } = options
  const asked = [source.id, resource, decimal, unknownColumns, state, encoding, atomic].join(' ')
  return `${asked} ${encodeURIComponent(sheet)}`
}
