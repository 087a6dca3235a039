import { versionOn } from '@tien-do/domain/department'
import { type Static, Type } from 'typebox'
import { Code, DayText, Id, InstantText, list, nullable, oneOf, Text, Whole } from '../../http/shapes.ts'
import type { PlanInForce } from '../plans/index.ts'
import type { Reminded } from './send-reminders.ts'

const KINDS = ['ladder', 'by_hand'] as const

const NoticeItem = Type.Object({
  /** What it is about: `report/2026/VH-TT`. */
  thing: Text,
  department: Type.Object({ code: Code, name: Text }),
  year: Whole,
  lastDay: DayText,
})

const NOTICE_EXAMPLE = {
  id: '0198a6f0-5c1e-7a2b-9c3d-4e5f60718293',
  kind: 'ladder' as const,
  at: '2026-11-25T00:30:00.000Z',
  readAt: null,
  items: [
    {
      thing: 'report/2026/VH-TT',
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
  readonly items: readonly { thing: string; department: string; year: number; lastDay: string }[]
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
    items: row.items.map(({ department: code, ...item }) => {
      const department = plan.departments.find((each) => each.code === code)
      const version = department && versionOn(department.versions, item.lastDay as never)
      return { ...item, department: { code, name: version?.name ?? code } }
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
