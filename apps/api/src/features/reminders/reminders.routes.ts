import { Type } from 'typebox'
import type { FeatureRoutes } from '../../http/house.ts'
import { PlanParams, ref } from '../../http/shapes.ts'
import {
  NewReminders,
  Notice,
  NoticeList,
  noticeToWire,
  Reminders,
  remindedToWire,
  SentReminder,
  SentReminderList,
  sentToWire,
} from './reminders.schema.ts'
import { listNotices, listReminders, readNotices } from './reminders.service.ts'
import { remindNow } from './send-reminders.ts'

const tags = ['periods']
const NOTICES = '/plans/:plan/my-notices'

export const reminderRoutes: FeatureRoutes =
  ({ canMail }) =>
  async (app) => {
    for (const schema of [Notice, NoticeList, SentReminder, SentReminderList, NewReminders, Reminders])
      app.addSchema(schema)

    app.get(
      '/plans/:plan/reminders',
      {
        config: { permission: 'reminder.read' },
        schema: {
          operationId: 'listReminders',
          summary: 'Who was reminded of what, by which way, newest first',
          tags,
          params: PlanParams,
          response: { 200: ref(SentReminderList) },
        },
      },
      async ({ params, context }) => {
        const { plan, rows } = await listReminders(context, params.plan)
        return { items: rows.map((row) => sentToWire(row, plan)) }
      },
    )

    app.post(
      '/plans/:plan/reminders',
      {
        config: { permission: 'reminder.send' },
        schema: {
          operationId: 'remindNow',
          summary:
            'Remind departments that owe their report, now: on their screens, and by e-mail who chose it',
          tags,
          params: PlanParams,
          body: ref(NewReminders),
          response: { 200: ref(Reminders) },
        },
      },
      async ({ params, body, context }) =>
        remindedToWire(await remindNow(context, params.plan, body.departments, canMail)),
    )

    app.get(
      NOTICES,
      {
        config: { permission: 'notice.read' },
        schema: {
          operationId: 'listNotices',
          summary: 'What the caller was reminded of, newest first',
          tags,
          params: PlanParams,
          response: { 200: ref(NoticeList) },
        },
      },
      async ({ params, context }) => {
        const { plan, rows } = await listNotices(context, params.plan)
        return { items: rows.map((row) => noticeToWire(row, plan)) }
      },
    )

    app.post(
      `${NOTICES}/read`,
      {
        config: { permission: 'notice.read' },
        schema: {
          operationId: 'readNotices',
          summary: 'The caller has seen their reminders',
          tags,
          params: PlanParams,
          response: { 204: Type.Null({ description: 'Done' }) },
        },
      },
      async ({ params, context }, reply) => {
        await readNotices(context, params.plan)
        return reply.code(204).send(null)
      },
    )
  }
