import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import '../../ui/tokens.css'
import '../../ui/base.css'
import { brokenRules } from '../../test/axe.ts'
import { DeadlineList } from './deadline-list.tsx'
import type { Deadline } from './deadline-words.ts'

const DEADLINE: Deadline = {
  code: 'TH-1',
  name: 'Các bộ phận báo cáo',
  rule: 'yearly',
  text: 'trước ngày 01/12 hàng năm',
  sender: '*',
  via: { code: 'VH-TT', name: 'Bộ phận Văn hóa - Thông tin', shortName: 'Văn hóa - Thông tin' },
  recipient: { code: 'UBND', name: 'Ủy ban nhân dân phường', shortName: 'UBND phường' },
  next: {
    year: 2026,
    before: '2026-12-01',
    lastDay: '2026-11-30',
    lastWorkingDay: '2026-11-30',
    daysLeft: 8,
  },
}
const UNDATED: Deadline = {
  ...DEADLINE,
  code: 'TH-4',
  name: 'Khó khăn, vướng mắc',
  rule: 'ad_hoc',
  next: null,
}

test('"trước ngày 01/12" is read as "đến hết 30/11", with the days that the service counts', async () => {
  const screen = await render(<DeadlineList deadlines={[DEADLINE]} departments={[]} />)
  await expect.element(screen.getByText('Trước ngày 01/12/2026, tức là đến hết Thứ Hai 30/11')).toBeVisible()
  await expect.element(screen.getByText('8', { exact: true })).toBeVisible()
  await expect.element(screen.getByText('Tất cả bộ phận')).toBeVisible()
})

test('a last working day is named only where it is another day', async () => {
  const same = await render(<DeadlineList deadlines={[DEADLINE]} departments={[]} />)
  expect(same.getByText(/ngày nghỉ/).elements()).toHaveLength(0)
  await same.unmount()
  const next = {
    year: 2025,
    before: '2025-12-01',
    lastDay: '2025-11-30',
    lastWorkingDay: '2025-11-28',
    daysLeft: 3,
  }
  const other = await render(<DeadlineList deadlines={[{ ...DEADLINE, next }]} departments={[]} />)
  await expect.element(other.getByText(/ngày nghỉ.*đến hết Thứ Sáu 28\/11/)).toBeVisible()
})

test('the last day itself is said in words, not as 0 days', async () => {
  const next = {
    year: 2026,
    before: '2026-12-01',
    lastDay: '2026-11-30',
    lastWorkingDay: '2026-11-30',
    daysLeft: 0,
  }
  const screen = await render(<DeadlineList deadlines={[{ ...DEADLINE, next }]} departments={[]} />)
  await expect.element(screen.getByText('hôm nay là ngày cuối')).toBeVisible()
})

test('what the plan gives no day for stands apart, and no days are counted', async () => {
  const screen = await render(<DeadlineList deadlines={[UNDATED, DEADLINE]} departments={[]} />)
  const undated = screen.getByRole('region', { name: 'Kế hoạch không nêu ngày' })
  await expect.element(undated).toMatchTextContent(/Khó khăn, vướng mắc/)
  await expect.element(undated).not.toMatchTextContent(/ngày nữa/)
  await expect
    .element(screen.getByRole('region', { name: 'Có ngày cụ thể' }))
    .not.toMatchTextContent(/vướng mắc/)
  expect(await brokenRules(screen.container)).toEqual([])
})
