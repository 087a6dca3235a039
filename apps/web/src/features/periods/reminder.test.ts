import { expect, test } from 'vitest'
import { hasNotSent, passing } from './board-search.ts'
import type { ReportBrief } from './queries.ts'
import { reminderFor, reminderForAll } from './reminder.ts'

const REPORT: ReportBrief = {
  department: { code: 'TP-HT', name: 'Bộ phận Tư pháp - Hộ tịch', shortName: 'Tư pháp - Hộ tịch' },
  state: 'due_soon',
  dueAt: '2026-11-30T17:00:00.000Z',
  lastDay: '2026-11-30',
  lastWorkingDay: '2026-11-30',
  daysLeft: 8,
  extended: false,
  exemptBecause: null,
  late: null,
  complete: false,
  firstSubmittedAt: null,
  submittedAt: null,
  submittedBy: null,
  receipt: null,
  returns: 0,
  parts: [
    { part: 'figures', required: 3, done: 3 },
    { part: 'obstacles', required: 0, done: 2 },
    { part: 'narrative', required: 3, done: 1 },
  ],
  etag: '"1"',
  allowedActions: [],
}

test('a reminder says until when, what is missing by its part, and where to go: no figure, no person', () => {
  expect(reminderFor(REPORT, 2026, 'https://tien-do.phuong.vn')).toBe(
    [
      'Kính gửi Bộ phận Tư pháp - Hộ tịch: nhắc nộp báo cáo năm 2026.',
      'Nộp đến hết Thứ Hai 30/11 (còn 8 ngày).',
      'Còn thiếu: lời văn.',
      'Mở để làm tiếp: https://tien-do.phuong.vn/nop/2026/TP-HT',
    ].join('\n'),
  )
})

test('a returned report is asked for again, without a deadline that has passed', () => {
  const text = reminderFor({ ...REPORT, state: 'returned', daysLeft: -2 }, 2026, 'https://x')
  expect(text).toContain('đã được trả lại để sửa')
  expect(text).not.toContain('quá hạn')
})

test('one text for the group names each department that owes, with its own address', () => {
  const extended = {
    ...REPORT,
    department: { ...REPORT.department, code: 'CA', shortName: 'Công an' },
    lastDay: '2026-12-02',
  }
  expect(reminderForAll([REPORT, extended], 2026, 'https://x').split('\n').slice(1, 3)).toEqual([
    '- Tư pháp - Hộ tịch (đến hết Thứ Hai 30/11): https://x/nop/2026/TP-HT',
    '- Công an (đến hết Thứ Tư 02/12): https://x/nop/2026/CA',
  ])
})

test('who has sent, or is exempt, is not reminded', () => {
  const states = ['open', 'due_soon', 'overdue', 'returned', 'submitted', 'accepted', 'exempt'] as const
  const owing = states.filter((state) => hasNotSent({ ...REPORT, state }))
  expect(owing).toEqual(['open', 'due_soon', 'overdue', 'returned'])
  expect(passing([{ ...REPORT, late: true }, REPORT], 'cham')).toHaveLength(1)
  expect(passing([REPORT], undefined)).toHaveLength(1)
})
