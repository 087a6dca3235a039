// One line says it all: what, how much, of how many, how far the areas have reported, and in which state.

import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import '../../ui/tokens.css'
import '../../ui/base.css'
import { brokenRules } from '../../test/axe.ts'
import { InRouter } from '../../test/in-router.tsx'
import { FIBRE } from '../../test/indicator.ts'
import { IndicatorRow } from './indicator-row.tsx'
import type { Indicator } from './status.ts'

const show = (change: Partial<Indicator> = {}) =>
  render(
    <InRouter>
      <IndicatorRow indicator={{ ...FIBRE, ...change }} />
    </InRouter>,
  )

test('a share shows its value, its counts and its coverage, and leads to its page', async () => {
  const screen = await show()
  await expect.element(screen.getByText('71,6%')).toBeVisible()
  await expect.element(screen.getByText('3.412 / 4.765 hộ · 12/14 tổ đã báo cáo')).toBeVisible()
  await expect.element(screen.getByText('Chậm tiến độ')).toBeVisible()
  await expect.element(screen.getByRole('link')).toHaveAttribute('href', '/chi-tieu/FB-02')
  expect(await brokenRules(screen.container)).toEqual([])
})

test('the bar names the current milestone; the one before is a tick without words', async () => {
  const screen = await show()
  await expect.element(screen.getByRole('img', { name: '71,6%; mục tiêu 2030: 100%' })).toBeVisible()
  expect([...screen.container.querySelectorAll('em')].map(({ textContent }) => textContent)).toEqual([
    '2030: 100%',
  ])
})

test('a list ticked off area by area shows how many of how many', async () => {
  const screen = await show({
    measure: 'checklist',
    counted: 'tổ dân phố',
    numerator: 13,
    denominator: 14,
    missingUnits: 1,
  })
  await expect.element(screen.getByText('13/14', { exact: true })).toBeVisible()
  await expect.element(screen.getByText('còn 1 tổ dân phố · 12/14 tổ đã báo cáo')).toBeVisible()
})

test('no figure is a dash, never 0', async () => {
  const screen = await show({
    value: null,
    numerator: null,
    denominator: null,
    coverage: null,
    status: 'no_data',
  })
  await expect.element(screen.getByText('–', { exact: true })).toBeVisible()
  expect(screen.container.textContent).not.toMatch(/\b0\b/)
})

test('an estimate says that it is one, and a first judgement that it is provisional', async () => {
  const screen = await show({ estimated: true, provisional: true, status: 'at_risk' })
  await expect.element(screen.getByText(/ước tính/)).toBeVisible()
  await expect.element(screen.getByText('Có nguy cơ (tạm)')).toBeVisible()
})

test('what is out of date says so, and what is asked for says that it is', async () => {
  const stale = await show({ freshness: 'stale' })
  await expect.element(stale.getByText(/Số liệu đã cũ/)).toBeVisible()
  await stale.unmount()
  const due = await show({
    freshness: 'due',
    value: null,
    numerator: null,
    denominator: null,
    coverage: null,
  })
  await expect.element(due.getByText('Đang trong kỳ báo cáo')).toBeVisible()
})
