// How a file is to be read and written. The first answer is always the careful one.

import type { ImportState, UnknownColumns } from '@tien-do/domain/import-options'
import type { DecimalMark } from '@tien-do/domain/number-vi'

export interface ImportOptions {
  readonly decimal: DecimalMark
  readonly unknownColumns: UnknownColumns
  readonly state: ImportState
}

export const CAREFUL: ImportOptions = { decimal: 'auto', unknownColumns: 'error', state: 'submitted' }
