import type { Day } from '@tien-do/domain/day'
import { versionOn } from '@tien-do/domain/department'
import { REMINDED_KINDS } from '@tien-do/domain/reminder'
import { type Static, Type } from 'typebox'
import { Code, DayText, Id, InstantText, list, nullable, oneOf, Text, Whole } from '../../http/shapes.ts'
import type { PlanInForce } from '../plans/index.ts'
import type { NoticeItemRow } from './reminders.repo.ts'
import type { Reminded } from './send-reminders.ts'

const KINDS = ['ladder', 'by_hand'] as const

const NoticeItem = Type.Object({
  /** What it is about: `report/2026/VH-TT`. */
  thing: Text,
  kind: oneOf(REMINDED_KINDS),
  /** Of an obstacle. */
  code: nullable(Code),
  /** How many tasks lack their result; 1 elsewhere. */
  count: Whole,
  /** Null where it waits for a post. */
  department: nullable(Type.Object({ code: Code, name: Text })),
  year: Whole,
  /** The last day that is on time; null where it waits without one. */
  lastDay: nullable(DayText),
})

const NOTICE_EXAMPLE = {
  id: '0198a6f0-5c1e-7a2b-9c3d-4e5f60718293',
  kind: 'ladder' as const,
  at: '2026-11-25T00:30:00.000Z',
  readAt: null,
  items: [
    {
      ...{ thing: 'report/2026/VH-TT', kind: 'report' as const, code: null, count: 1 },
      department: { code: 'VH-TT', name: 'Bộ phận Văn hóa - Thông tin' },
      year: 2026,
      lastDay: '2026-11-30',
    },
  ],
}

export const Notice = Type.Object(
  {
    id: Id,
    kind: oneOf(KINDS),
    at: InstantText,
    readAt: nullable(InstantText),
    items: Type.Array(NoticeItem, { maxItems: 200 }),
  },
  {
    $id: 'Notice',
    additionalProperties: false,
    examples: [NOTICE_EXAMPLE],
  },
)
export const NoticeList = list(Notice, 'NoticeList')

export const SentReminder = Type.Object(
  {
    id: Id,
    kind: oneOf(KINDS),
    at: InstantText,
    readAt: nullable(InstantText),
    to: Text,
    items: Type.Array(NoticeItem, { maxItems: 200 }),
    /** How it stands with the e-mail; null where none was asked for. */
    mail: nullable(oneOf(['queued', 'sent'] as const)),
    mailedAt: nullable(InstantText),
  },
  {
    $id: 'SentReminder',
    additionalProperties: false,
    examples: [{ ...NOTICE_EXAMPLE, to: 'Trần Thị Hoa', mail: 'sent', mailedAt: '2026-11-25T00:30:02.000Z' }],
  },
)
export const SentReminderList = list(SentReminder, 'SentReminderList')

export const NewReminders = Type.Object(
  { departments: Type.Array(Code, { minItems: 1, maxItems: 100, uniqueItems: true }) },
  { $id: 'NewReminders', additionalProperties: false, examples: [{ departments: ['TP-HT'] }] },
)

export const Reminders = Type.Object(
  {
    reminded: Type.Array(
      Type.Object({ name: Text, departments: Type.Array(Code, { maxItems: 100 }), byMail: Type.Boolean() }),
      { maxItems: 500 },
    ),
  },
  {
    $id: 'Reminders',
    additionalProperties: false,
    examples: [{ reminded: [{ name: 'Võ Đình An', departments: ['TP-HT'], byMail: true }] }],
  },
)

interface Stored {
  readonly id: string
  readonly kind: (typeof KINDS)[number]
  readonly items: readonly NoticeItemRow[]
  readonly on: string
  readonly createdAt: string
  readonly readAt: string | null
}

const instant = (text: string) => new Date(text).toISOString()

export function noticeToWire(row: Stored, { plan }: PlanInForce): Static<typeof Notice> {
  return {
    id: row.id,
    kind: row.kind,
    at: instant(row.createdAt),
    readAt: row.readAt && instant(row.readAt),
    items: row.items.map((item) => {
      const { thing, kind = 'report', code = null, count = 1, department, year, lastDay } = item
      const known = plan.departments.find((each) => each.code === department)
      const name = known && versionOn(known.versions, (lastDay ?? row.on) as Day)?.name
      return {
        ...{ thing, kind, code, count, year, lastDay },
        department: department === null ? null : { code: department, name: name ?? department },
      }
    }),
  }
}

export function sentToWire(
  {
    to,
    mail,
    mailedAt,
    ...row
  }: Stored & { to: string; mail: 'queued' | 'sent' | null; mailedAt: string | null },
  plan: PlanInForce,
): Static<typeof SentReminder> {
  return { ...noticeToWire(row, plan), to, mail, mailedAt: mailedAt && instant(mailedAt) }
}

export function remindedToWire(reminded: readonly Reminded[]): Static<typeof Reminders> {
  return { reminded: reminded.map((each) => ({ ...each, departments: [...each.departments] })) }
}
