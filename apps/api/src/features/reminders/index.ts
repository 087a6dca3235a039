// What others may ask of reminders: the board sends one by hand, the jobs do the rest.
export { mailOver, type SendMail } from './mail.ts'
export { listOwedReports, type OwedReportThing } from './owed-reports.ts'
export { sendDelivery } from './send-mail.ts'
export { sendReminders } from './send-reminders.ts'
