// Every view has an address: it can be sent to a colleague, and the back button works.
import { describe, expect, test } from 'vitest'
import { openPage, soon } from '../browser.ts'

const search = (url: string) => new URL(url).search

describe('The filter by status', () => {
  test('comes from the overview’s count, lives in the address, and survives going there and back', async () => {
    const page = await openPage({ role: 'viewer' })
    await page.goto('/tong-quan')
    const counts = page.getByRole('navigation', { name: 'Chỉ tiêu theo trạng thái' })
    const link = counts.getByRole('link', { name: 'Có nguy cơ' })
    const count = Number.parseInt((await link.textContent()) ?? '', 10)
    await link.click()
    await page.getByRole('heading', { level: 1, name: 'Chỉ tiêu' }).waitFor()
    expect(search(page.url())).toBe('?trangthai=nguy-co')
    const rows = page.getByRole('main').getByRole('listitem').getByRole('link')
    await soon(() => rows.count()).toBe(count)

    await rows.first().click()
    await page.waitForURL('**/chi-tieu/*')
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: 'Chỉ tiêu' }).waitFor()
    expect(search(page.url())).toBe('?trangthai=nguy-co')
    await soon(() => rows.count()).toBe(count)
    await page.goBack()
    await counts.waitFor()
    expect(new URL(page.url()).pathname).toBe('/tong-quan')
  })

  test('is chosen by hand, together with the view, and an address with both opens both', async () => {
    const page = await openPage({ role: 'viewer' })
    await page.goto('/chi-tieu')
    await page.getByLabel('Trạng thái').selectOption('Đạt mục tiêu')
    await page.getByRole('radio', { name: 'Bảng' }).check()
    await page.getByRole('table', { name: 'Chỉ tiêu' }).waitFor()
    await soon(() => search(page.url())).toBe('?trangthai=dat&xem=bang')

    const colleague = await openPage({ role: 'coordinator' })
    await colleague.goto(page.url())
    const statuses = colleague.getByRole('table', { name: 'Chỉ tiêu' }).locator('tbody td:first-of-type')
    await statuses.first().waitFor()
    expect(new Set(await statuses.allTextContents())).toEqual(new Set(['Đạt']))
  })
})

test('An address that leads nowhere says so, and leads home', async () => {
  const page = await openPage({ role: 'viewer' })
  await page.goto('/chi-tieu/XX-99')
  await page.getByRole('heading', { level: 1, name: 'Không có trang này' }).waitFor()
  await page.getByRole('link', { name: 'Về việc của tôi' }).click()
  await page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor()
})
