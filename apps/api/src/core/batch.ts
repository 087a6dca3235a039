// Rows of a file against what is stored: a feature says what each would do, and writes those that are kept.
import type { BatchFault } from '@tien-do/domain/import-row-fault'

export type RowOutcome =
  | 'created'
  | 'updated'
  | 'unchanged'
  /** It may not be written as it is. */
  | readonly BatchFault[]

export interface Batch {
  /** One for each row, in their order. */
  readonly outcomes: readonly RowOutcome[]
  /** Writes the rows at these places, which all change something. */
  readonly write: (kept: readonly number[]) => Promise<void>
}
