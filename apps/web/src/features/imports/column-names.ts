// The columns of a file of figures, under names that the service reads back.

import { columnsOf, MEASUREMENT_COLUMNS, type MeasurementColumn } from '@tien-do/domain/import-columns'
import { getLocale } from '../../paraglide/runtime.js'

const COLUMNS = columnsOf(MEASUREMENT_COLUMNS)

/** As people write it in the language of the screen. */
export function headingOf(column: MeasurementColumn): string {
  const [forPrograms, forPeople] = MEASUREMENT_COLUMNS[column].names
  return getLocale() === 'vi' ? forPeople : forPrograms
}

/** The same for any column that the service names; one that is not ours keeps its own name. */
export function columnName(column: string): string {
  const known = COLUMNS.find((each) => each === column)
  return known ? headingOf(known) : column
}
