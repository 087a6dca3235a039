// The journey that this house was built for: somebody has a file, and the screens follow it.
import type { Schemas } from '@tien-do/api-client'
import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { apiOf, today } from '../api.ts'
import { openPage, soon } from '../browser.ts'
import { chooseFile, csvOf, dropFile, type Row } from '../import-file.ts'
import { importAs } from '../script.ts'
import { signIn } from '../signing-in.ts'

const { api, plan } = await apiOf('coordinator')
const on = await today({ api, plan })

/** The indicator as it stands, and every figure of it that was ever entered for this day. */
async function whatIsKnown(code: string) {
  const path = { plan, code }
  const [indicator, entered] = await Promise.all([
    api.GET('/plans/{plan}/indicators/{code}', { params: { path } }),
    api.GET('/plans/{plan}/measurements', {
      params: { path: { plan }, query: { indicator: code, from: on, to: on } },
    }),
  ])
  return { indicator: indicator.data!, entered: entered.data!.items }
}

/** Every area connected but for one household each: far better than the samples say. */
function goodRows({ code, areas }: Schemas['IndicatorDetail']): Row[] {
  return areas.map((area) => ({
    indicator: code,
    area: area.code,
    on,
    numerator: area.denominator! - 1,
    denominator: area.denominator!,
  }))
}

const sum = (rows: readonly Row[], part: 'numerator' | 'denominator') =>
  rows.reduce((total, row) => total + Number(row[part]), 0)

const inVietnamese = (value: number) =>
  new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 }).format(value)

/** The line of the overview's list that explains this indicator, or nothing. */
const whyBehind = (page: Page, name: string) =>
  page.getByRole('region', { name: 'Vì sao chậm' }).getByRole('link', { name })

/** How many the overview counts as behind or at risk. */
async function countBehind(page: Page): Promise<number> {
  const counts = page.getByRole('navigation', { name: 'Chỉ tiêu theo trạng thái' })
  await counts.getByRole('link').first().waitFor()
  const links = await counts.getByRole('link', { name: /Chậm|Có nguy cơ/ }).allTextContents()
  return links.reduce((total, text) => total + Number.parseInt(text, 10), 0)
}

describe('A file with three bad rows', () => {
  test('is shown with what to do, writes nothing, and once mended moves the indicator and the overview', async () => {
    const before = await whatIsKnown('FB-02')
    const good = goodRows(before.indicator)
    const bad: Row[] = good.map((row, index) => {
      if (index === 2) return { ...row, numerator: Number(row.denominator) + 7 }
      if (index === 5) return { ...row, denominator: '1.234' }
      if (index === 9) return { ...row, area: 'TDP-99' }
      return row
    })

    const page = await openPage()
    await page.goto('/tong-quan')
    await signIn(page, 'coordinator')
    const { name } = before.indicator
    await whyBehind(page, name)
      .getByText(/Cần thêm|Chậm|lộ trình/)
      .waitFor()
    const behindBefore = await countBehind(page)

    await page.goto('/nhap-hang-loat')
    await dropFile(page, csvOf(bad))
    await page.getByText('3 dòng cần sửa').waitFor()
    const faults = page.getByRole('table', { name: 'Cần sửa' }).getByRole('row')
    expect(await faults.allInnerTexts()).toEqual([
      expect.stringContaining('Cần làm gì'),
      expect.stringMatching(
        new RegExp(`Dòng 4\\s+Tử số\\s+${bad[2]!.numerator}\\s+Tử số lớn hơn mẫu số\\..*sửa lại số`),
      ),
      expect.stringMatching(/Dòng 7\s+Mẫu số\s+1\.234\s+Có thể hiểu hai cách\. Chọn dấu thập phân/),
      expect.stringMatching(/Dòng 11\s+Mã tổ\s+TDP-99\s+Không có mã tổ này\. Sửa mã/),
    ])
    expect(await page.getByRole('button', { name: 'Ghi vào hệ thống' }).count()).toBe(0)
    expect(await whatIsKnown('FB-02')).toEqual(before)

    await page.getByRole('button', { name: 'Chọn tệp khác' }).click()
    await chooseFile(page, csvOf(good))
    await page.getByText(`${good.length} dòng ghi được, không có lỗi`).waitFor()
    await page.getByRole('radio', { name: 'Đã duyệt' }).check()
    await page.getByText('Tính ngay. Mỗi dòng phải ghi nguồn').waitFor()
    await page.getByRole('button', { name: 'Ghi vào hệ thống' }).click()
    await page.getByText(`Đã ghi ${good.length} dòng`).waitFor()
    await page.getByText('Số liệu đã tính vào chỉ tiêu').waitFor()

    const [n, d] = [sum(good, 'numerator'), sum(good, 'denominator')]
    await page.getByRole('row', { name }).getByRole('link', { name }).click()
    await page.getByRole('heading', { level: 1, name }).waitFor()
    const main = page.getByRole('main')
    await main
      .getByText(`${inVietnamese((100 * n) / d)}%`, { exact: true })
      .first()
      .waitFor()
    await main
      .getByText(`${inVietnamese(n)} / ${inVietnamese(d)} hộ`)
      .first()
      .waitFor()

    await page.goto('/tong-quan')
    await soon(() => countBehind(page)).toBe(behindBefore - 1)
    expect(await whyBehind(page, name).count()).toBe(0)
  })
})

test('The same file once more changes nothing, and offers nothing to write', async () => {
  const { indicator } = await whatIsKnown('MB-04')
  const rows = goodRows(indicator)
  const first = await importAs(api, plan, rows, 'approved')
  expect(first.error ?? first.data?.status).toBe('applied')
  const written = await whatIsKnown('MB-04')

  const page = await openPage({ role: 'coordinator' })
  await page.goto('/nhap-hang-loat')
  await chooseFile(page, csvOf(rows))
  await page.getByText('Không có gì mới: mọi dòng đã có trong hệ thống').waitFor()
  const unchanged = page.locator('dl > div').filter({ hasText: 'Không đổi' }).locator('dd')
  expect(await unchanged.textContent()).toBe(String(indicator.areas.length))
  expect(await page.getByRole('button', { name: 'Ghi vào hệ thống' }).count()).toBe(0)
  expect(await whatIsKnown('MB-04')).toEqual(written)
})
