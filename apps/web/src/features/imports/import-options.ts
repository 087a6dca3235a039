// How a file is to be read and written. The first answer is always the careful one.

import type { Encoding, ImportResource, ImportState, UnknownColumns } from '@tien-do/domain/import-options'
import type { DecimalMark } from '@tien-do/domain/number-vi'

export interface ImportOptions {
  readonly resource: ImportResource
  readonly decimal: DecimalMark
  readonly unknownColumns: UnknownColumns
  readonly state: ImportState
  readonly encoding: Encoding
  /** The sheet of a workbook, where a person chose it. */
  readonly sheet?: string
}

export function careful(resource: ImportResource): ImportOptions {
  return { resource, decimal: 'auto', unknownColumns: 'error', state: 'submitted', encoding: 'auto' }
}
