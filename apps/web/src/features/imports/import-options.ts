// How a file is to be read and written. The first answer is always the careful one.

import type { ImportResource, ImportState, UnknownColumns } from '@tien-do/domain/import-options'
import type { DecimalMark } from '@tien-do/domain/number-vi'

export interface ImportOptions {
  readonly resource: ImportResource
  readonly decimal: DecimalMark
  readonly unknownColumns: UnknownColumns
  readonly state: ImportState
}

export function careful(resource: ImportResource): ImportOptions {
  return { resource, decimal: 'auto', unknownColumns: 'error', state: 'submitted' }
}
