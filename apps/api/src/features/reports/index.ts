// What others may ask of the ward's reports: its acts, for the demo's samples.
export { draftWardReport } from './draft-report.ts'
export { editWardReport } from './edit-report.ts'
export { approveWardReport, issueWardReport, sendWardReport, submitWardReport } from './move-report.ts'
export { listReportRows as listWardReports } from './reports.repo.ts'
