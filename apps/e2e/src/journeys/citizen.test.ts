// Somebody from the ward, without an account and without scripts: how far is it, who says so, how is it counted.
import { describe, expect, it } from 'vitest'
import { brokenRules, RULES } from '../axe.ts'
import { openPage } from '../browser.ts'
import { sticksOut } from '../sticks-out.ts'

const PAGE = '/cong-khai/chanh-lo-hts'

describe('a citizen without scripts', () => {
  it('reads what is reached, opens one indicator, sees how it is counted, and takes the data along', async () => {
    const page = await openPage({ width: 360, withoutScript: true })
    await page.goto('/cong-khai')
    await page.getByRole('link', { name: /hạ tầng số/ }).click()
    await page.getByRole('heading', { name: /chỉ tiêu đã đạt mục tiêu/ }).waitFor()
    await page.getByRole('link', { name: 'Hộ có Internet cáp quang' }).click()
    await page.getByText(/^Đạt .*số liệu ngày \d\d\/\d\d\/\d{4}; còn thiếu/).waitFor()
    await page.getByRole('img', { name: /^Số liệu đã duyệt và đường kế hoạch/ }).waitFor()
    await page.getByText('÷').waitFor()
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Số liệu qua các kỳ (CSV)' }).click()
    expect((await download).suggestedFilename()).toBe('chanh-lo-hts-series.csv')
    await page.getByRole('link', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'How it is counted' }).waitFor()
  })
})

describe.each([
  ['the plan', PAGE],
  ['an indicator', `${PAGE}/FB-02`],
])('%s', (_name, path) => {
  it.each(['light', 'dark'] as const)(
    'breaks no rule and does not stick out of a phone: %s',
    async (theme) => {
      const page = await openPage({ width: 360, theme })
      await page.goto(path)
      expect(await sticksOut(page)).toEqual([])
      expect(await brokenRules(page, RULES.all)).toEqual([])
    },
  )
})
