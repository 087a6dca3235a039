import { type Static, Type } from 'typebox'
import { sha256 } from '../../core/canonical-json.ts'
import { etagOf, isUnchanged } from '../../http/etag.ts'
import type { FeatureRoutes } from '../../http/house.ts'
import { InstantText, NotModified, nullable, ref, Text } from '../../http/shapes.ts'
import {
  changeAccount,
  getAccount,
  renewCalendar,
  revokeCalendar,
  type SettingRow,
} from './account.service.ts'
import { readCalendar } from './calendar.service.ts'

const tags = ['access']
const ICS = 'text/calendar'
const ETAG_LENGTH = 32

const Account = Type.Object(
  {
    email: Text,
    mailReminders: Type.Boolean(),
    /** Whether this installation can send e-mail at all. */
    mailAvailable: Type.Boolean(),
    /** Since when there is a calendar address; null: there is none. */
    calendarSince: nullable(InstantText),
  },
  {
    $id: 'Account',
    additionalProperties: false,
    examples: [
      {
        email: 'hoa@phuong.test',
        mailReminders: true,
        mailAvailable: true,
        calendarSince: '2026-11-22T02:00:00.000Z',
      },
    ],
  },
)
const AccountChange = Type.Object(
  { mailReminders: Type.Boolean() },
  { $id: 'AccountChange', additionalProperties: false, examples: [{ mailReminders: true }] },
)
const CalendarAddress = Type.Object(
  { url: Type.String({ format: 'uri', maxLength: 400, description: 'Told once: keep it to yourself' }) },
  {
    $id: 'CalendarAddress',
    additionalProperties: false,
    examples: [{ url: 'http://localhost:3000/calendar/Zm9yIGV4YW1wbGU.ics' }],
  },
)
const CalendarText = Type.String({
  ...Text,
  maxLength: 1_000_000,
  $id: 'CalendarText',
  description: 'iCalendar (RFC 5545)',
  examples: ['BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n'],
})
const SecretParams = Type.Object({
  secret: Type.String({ minLength: 20, maxLength: 100, pattern: '^[A-Za-z0-9_.-]+$' }),
})

export const calendarRoutes: FeatureRoutes =
  ({ canMail, publicUrl }) =>
  async (app) => {
    for (const schema of [Account, AccountChange, CalendarAddress, CalendarText]) app.addSchema(schema)
    const toWire = ({ email, mailReminders, calendarSince }: SettingRow): Static<typeof Account> => ({
      email,
      mailReminders,
      mailAvailable: canMail,
      calendarSince: calendarSince && new Date(calendarSince).toISOString(),
    })

    app.get(
      '/me/account',
      {
        config: { permission: 'account.change' },
        schema: {
          operationId: 'getAccount',
          summary: 'How the caller wants to be told of what is due',
          tags,
          response: { 200: ref(Account) },
        },
      },
      async ({ context }) => toWire(await getAccount(context)),
    )

    app.put(
      '/me/account',
      {
        config: { permission: 'account.change' },
        schema: {
          operationId: 'changeAccount',
          summary: 'Choose whether reminders come by e-mail too',
          tags,
          body: ref(AccountChange),
          response: { 200: ref(Account) },
        },
      },
      async ({ context, body }) => toWire(await changeAccount(context, body)),
    )

    app.post(
      '/me/calendar',
      {
        config: { permission: 'account.change' },
        schema: {
          operationId: 'renewCalendar',
          summary: 'A new secret address of the caller’s calendar; the one before ends',
          tags,
          response: { 200: ref(CalendarAddress) },
        },
      },
      async ({ context }) => ({ url: `${publicUrl.origin}/calendar/${await renewCalendar(context)}.ics` }),
    )

    app.delete(
      '/me/calendar',
      {
        config: { permission: 'account.change' },
        schema: {
          operationId: 'revokeCalendar',
          summary: 'End the address of the caller’s calendar',
          tags,
          response: { 204: Type.Null({ description: 'Done' }) },
        },
      },
      async ({ context }, reply) => {
        await revokeCalendar(context)
        return reply.code(204).send(null)
      },
    )

    // People know it as /calendar/{secret}.ics, which leads here.
    app.get(
      '/calendar/:secret',
      {
        config: { permission: 'calendar.read' },
        schema: {
          operationId: 'readCalendar',
          summary: 'A person’s deadlines, for the calendar of a phone or an office',
          tags,
          security: [],
          params: SecretParams,
          response: {
            200: { description: 'iCalendar', content: { [ICS]: { schema: ref(CalendarText) } } },
            304: NotModified,
          },
        },
      },
      async (request, reply) => {
        const secret = request.params.secret.replace(/\.ics$/, '')
        const text = await readCalendar(request.context, secret, publicUrl)
        if (isUnchanged(request, reply, etagOf(sha256(text).slice(0, ETAG_LENGTH))))
          return reply.code(304).send(null)
        return reply.header('content-type', `${ICS}; charset=utf-8`).send(text)
      },
    )
  }
