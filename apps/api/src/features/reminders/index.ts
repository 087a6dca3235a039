// What the jobs do of reminders; the board sends one by hand over its own route.
export { mailOver } from './mail.ts'
export { sendDelivery } from './send-mail.ts'
export { sendReminders } from './send-reminders.ts'
