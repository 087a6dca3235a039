// The columns of a file, under names that the service reads back.

import { MEASUREMENT_COLUMNS, type MeasurementColumn } from '@tien-do/domain/import-columns'
import type { ImportResource } from '@tien-do/domain/import-options'
import { IMPORT_DECLARATIONS } from '@tien-do/domain/import-resources'
import { getLocale } from '../../paraglide/runtime.js'

/** As people write it in the language of the screen. */
export function headingOf(column: MeasurementColumn): string {
  const [forPrograms, forPeople] = MEASUREMENT_COLUMNS[column].names
  return getLocale() === 'vi' ? forPeople : forPrograms
}

/** The same for any column that the service names; one that is not ours keeps its own name. */
export function columnName(resource: ImportResource, column: string): string {
  const [forPrograms, forPeople] = IMPORT_DECLARATIONS[resource].columns[column]?.names ?? [column, column]
  return getLocale() === 'vi' ? forPeople : forPrograms
}
