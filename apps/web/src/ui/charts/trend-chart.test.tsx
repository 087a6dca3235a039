import { day } from '@tien-do/domain/day'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import '../tokens.css'
import '../base.css'
import { brokenRules } from '../../test/axe.ts'
import type { Trend } from './trend.ts'
import { TrendChart } from './trend-chart.tsx'

const trend: Trend = {
  points: [
    { on: day('2023-11-14'), value: 58.2, label: '58,2%', estimated: true },
    { on: day('2026-11-14'), value: 71.6, label: '71,6%', estimated: false },
  ],
  targets: [
    { on: day('2025-12-31'), value: 80, label: '2025: 80%' },
    { on: day('2030-12-31'), value: 100, label: '2030: 100%' },
  ],
  path: [
    { on: day('2023-11-14'), value: 58.2 },
    { on: day('2025-12-31'), value: 80 },
    { on: day('2030-12-31'), value: 100 },
  ],
  forecast: { on: day('2030-12-31'), low: 84, high: 93, label: 'dự báo 84–93%' },
  limits: { min: 0, max: 100 },
}
const keyWords = {
  measured: 'đã duyệt',
  estimated: 'ước tính',
  target: 'mục tiêu',
  path: 'lộ trình',
  forecast: 'dự báo',
}

function show(shown: Trend) {
  return render(
    <TrendChart
      title="Hộ có cáp quang đạt 71,6%"
      description="Hai số liệu, hai mục tiêu"
      keyWords={keyWords}
      trend={shown}
      formatTick={(value) => `${value}%`}
    />,
  )
}

test('a chart is one picture with a title, for those who listen', async () => {
  const screen = await show(trend)
  await expect.element(screen.getByRole('img', { name: 'Hộ có cáp quang đạt 71,6%' })).toBeVisible()
  expect(await brokenRules(screen.container)).toEqual([])
})

test('an estimated figure is drawn hollow, and the key says so', async () => {
  const screen = await show(trend)
  expect(screen.container.querySelectorAll('figure > div circle[class*="hollow"]')).toHaveLength(1)
  await expect.element(screen.getByText('ước tính')).toBeVisible()
})

test('the key names only what is drawn', async () => {
  const screen = await show({ ...trend, forecast: null, path: [], points: trend.points.slice(1) })
  const words = [...screen.container.querySelectorAll('li')].map((item) => item.textContent)
  expect(words).toEqual(['đã duyệt', 'mục tiêu'])
})

test('targets without any figure are still drawn', async () => {
  const screen = await show({ ...trend, forecast: null, path: [], points: [] })
  await expect.element(screen.getByText('2030: 100%')).toBeInTheDocument()
})

test('at 320 px nothing leaves the picture', async () => {
  await page.viewport(320, 640)
  const screen = await show(trend)
  const frame = screen.container.querySelector('figure svg[role="img"]')!.getBoundingClientRect()
  for (const text of screen.container.querySelectorAll('figure svg[role="img"] text')) {
    const box = text.getBoundingClientRect()
    expect(box.left, text.textContent).toBeGreaterThanOrEqual(frame.left - 1)
    expect(box.right, text.textContent).toBeLessThanOrEqual(frame.right + 1)
  }
})
