// What others may ask of the ward's reports: how far they are, and its acts for the demo's samples.
export { draftWardReport } from './draft-report.ts'
export { editWardReport } from './edit-report.ts'
export { approveWardReport, issueWardReport, sendWardReport, submitWardReport } from './move-report.ts'
export { listReports as listWardReports } from './report-view.ts'
export { listReportStates as listWardReportStates } from './reports.repo.ts'
