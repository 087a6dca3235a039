import { API, PLAN } from '../harness.ts'
import { leaveJob } from '../leave-job.ts'
import type { Walk } from './walker.ts'

const TOMORROW = new Date(Date.now() + 86_400_000)

export const walkHome: Walk = async ({ house, step, coordinator, admin }) => {
  await step('getHome', coordinator.get(`${API}/me/home?plan=chanh-lo-hts`))
  await step('followEvents', coordinator.get(`${API}/events`))
  await step('listJobs', admin.get(`${API}/jobs`))
  // Not due yet, so that no worker comes first.
  const leave = (failed: boolean) => leaveJob(house, failed, 'send-mail', {}, { after: TOMORROW })
  await step('cancelJob', admin.post(`${API}/jobs/${await leave(false)}/cancel`))
  await step('retryJob', admin.post(`${API}/jobs/${await leave(true)}/retry`))
  await step('remindNow', coordinator.post(`${PLAN}/reminders`).send({ departments: ['TP-HT', 'VH-TT'] }))
  await step('listReminders', coordinator.get(`${PLAN}/reminders`))
  await step('listNotices', coordinator.get(`${PLAN}/my-notices`))
  await step('readNotices', coordinator.post(`${PLAN}/my-notices/read`))
  await step('getAccount', coordinator.get(`${API}/me/account`))
  await step('changeAccount', coordinator.put(`${API}/me/account`).send({ mailReminders: true }))
  const address = await step('renewCalendar', coordinator.post(`${API}/me/calendar`))
  await step('readCalendar', house.anyone.get(new URL(address.body.url).pathname))
  await step('revokeCalendar', coordinator.delete(`${API}/me/calendar`))
}
