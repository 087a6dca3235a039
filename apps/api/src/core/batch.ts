// Rows of a file against what is stored: a feature says what each would do, and writes those that are kept.
import type { BatchFault } from '@tien-do/domain/import-row-fault'
import { AppError } from './errors.ts'

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

/** What a row makes of the state that the rows above it have left. */
export type Take<State, Row> = (
  state: State,
  row: Row,
) =>
  | { readonly outcome: 'created' | 'updated' | 'unchanged'; readonly after: State }
  | { readonly outcome: 'refused'; readonly faults: readonly BatchFault[] }

/** What each row would do after the ones above it; one that is refused leaves the state as it was. */
export function outcomesOf<State, Row>(
  from: State,
  rows: readonly Row[],
  take: Take<State, Row>,
): RowOutcome[] {
  let state = from
  return rows.map((row) => {
    const taken = take(state, row)
    if (taken.outcome === 'refused') return taken.faults
    state = taken.after
    return taken.outcome
  })
}

/** The state after rows that were judged before; throws `conflict` where somebody has changed it meanwhile. */
export function stateAfter<State, Row>(from: State, rows: readonly Row[], take: Take<State, Row>): State {
  return rows.reduce((state, row) => {
    const taken = take(state, row)
    if (taken.outcome === 'refused') throw new AppError('conflict')
    return taken.after
  }, from)
}
