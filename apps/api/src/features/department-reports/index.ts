// What others may ask of departments' reports: its acts, for the demo's samples.
import { type Missing, missingOf } from '@tien-do/domain/owed'
import type { Gathered } from './gather-reports.ts'

export {
  acceptDepartmentReport,
  consolidateDepartmentReport,
  returnDepartmentReport,
} from './decide-department-report.ts'
export { type Gathered, gatherReports } from './gather-reports.ts'
export { submitDepartmentReport } from './submit-department-report.ts'
export { writeDepartmentReport } from './write-department-report.ts'

/** What a department's report lacks, each by its name. */
export function missingFrom({ owed, delivered }: Gathered): Missing[] {
  return missingOf(owed, delivered)
}
