// The year's report: drafted, written, signed, issued; and the files that come out of it.
import { createHash } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { brokenRules, RULES } from '../axe.ts'
import { openPage, soon } from '../browser.ts'
import { type RunningService, startService } from '../service.ts'
import { openSession } from '../session.ts'
import { sticksOut } from '../sticks-out.ts'

const PASSWORD = 'mật khẩu của báo cáo'
const START_MS = 90_000
const PHONE = 360
let service: RunningService

beforeAll(async () => {
  service = await startService('demo', { DEMO_PASSWORD: PASSWORD, DEMO_NOW: '2026-12-02T02:00:00Z' })
}, START_MS)
afterAll(() => service.stop())

async function personAt(role: string, width?: number): Promise<Page> {
  const page = await openPage({ address: service.address, ...(width ? { width } : {}) })
  const cookie = await openSession(service.address, { email: `${role}@demo.test`, password: PASSWORD })
  const [name = '', ...value] = cookie.split('=')
  await page.context().addCookies([{ name, value: value.join('='), url: service.address }])
  return page
}

async function download(page: Page, format: string): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: `Tải tệp .${format}` }).click(),
  ])
  const parts: Buffer[] = []
  for await (const part of await file.createReadStream()) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

describe('The report of 2026', () => {
  test('the coordinator writes what is missing, moves a section, and hands it up', async () => {
    const page = await personAt('coordinator')
    await page.goto('/ky/2026')
    await page.getByRole('link', { name: 'Báo cáo của phường' }).click()
    await page.getByRole('heading', { level: 1, name: 'Báo cáo năm 2026' }).waitFor()
    const paper = page.getByRole('region', { name: 'Xem trước bản in' })

    await paper
      .getByRole('link', { name: /^71,6%/ })
      .first()
      .click()
    await page.getByText('Số liệu ngày 14/11/2026').waitFor()
    expect(await page.getByRole('link', { name: 'FB-02' }).count()).toBe(1)

    await page.getByRole('button', { name: 'Trình lãnh đạo duyệt' }).click()
    await page.getByRole('alert').getByText('Báo cáo còn thiếu nội dung').waitFor()

    const owed = paper.locator('[id="doan-nguyen-nhan"]')
    await owed.getByRole('button', { name: 'Sửa lời văn' }).click()
    const box = page.getByRole('textbox', { name: /Lời văn của đoạn/ })
    await box.press('Control+a')
    await page.keyboard.type('Nguyên nhân: một số tuyến hẻm chưa kéo được cáp.')
    await page.keyboard.press('Enter')
    await paper.getByText('Nguyên nhân: một số tuyến hẻm chưa kéo được cáp.').waitFor()
    await owed.getByText('Đã sửa lời văn').waitFor()

    await page.getByRole('button', { name: 'Đưa mục “Đánh giá chung” lên' }).click()
    await paper.getByRole('heading', { name: 'II. ĐÁNH GIÁ CHUNG' }).waitFor()
    await page.getByRole('button', { name: 'Đưa mục “Đánh giá chung” xuống' }).click()
    await paper.getByRole('heading', { name: 'III. ĐÁNH GIÁ CHUNG' }).waitFor()

    await page.getByRole('button', { name: 'Chèn biểu đồ' }).click()
    await page.getByRole('dialog').locator('svg[role=img]').waitFor()
    await page.getByRole('button', { name: 'Chèn vào báo cáo' }).click()
    const chart = paper.getByRole('img', { name: /^Biểu đồ: / })
    await chart.waitFor()
    await soon(() => chart.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(600)

    await page.getByRole('button', { name: 'Trình lãnh đạo duyệt' }).click()
    await page.getByText('Báo cáo đang chờ lãnh đạo duyệt.').waitFor()
  })

  test('the leader reads one page on a phone, sends it back with a reason, and approves the next', async () => {
    const page = await personAt('leader', PHONE)
    await page.goto('/bao-cao/2026/duyet')
    await page.getByRole('heading', { name: 'Tóm tắt' }).waitFor()
    await soon(() =>
      page.getByRole('list').filter({ hasText: 'Năm 2026:' }).getByRole('listitem').count(),
    ).toBe(5)
    expect(await sticksOut(page)).toEqual([])
    expect(await brokenRules(page, RULES.all)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await brokenRules(page, RULES.colours)).toEqual([])
    await page.emulateMedia({ colorScheme: 'light' })

    await page.getByRole('button', { name: 'Trả lại' }).click()
    await page.getByRole('textbox', { name: 'Lý do trả lại' }).fill('Nêu rõ tuyến hẻm nào')
    await page.getByRole('button', { name: 'Trả lại' }).click()
    await page.getByText('Báo cáo ở trạng thái: Trả lại.').waitFor()

    const desk = await personAt('coordinator')
    await desk.goto('/bao-cao/2026')
    await desk.getByText('Nêu rõ tuyến hẻm nào').waitFor()
    await desk.getByRole('button', { name: 'Trình lãnh đạo duyệt' }).click()
    await desk.getByText('Báo cáo đang chờ lãnh đạo duyệt.').waitFor()

    await page.reload()
    await page.getByRole('button', { name: 'Duyệt', exact: true }).click()
    await page.getByRole('button', { name: 'Duyệt', exact: true }).waitFor({ state: 'detached' })
  })

  test('it is issued under the clerk’s number, and its files carry one hash', async () => {
    const page = await personAt('coordinator')
    await page.goto('/bao-cao/2026')
    await page.getByRole('textbox', { name: 'Số', exact: true }).fill('152')
    await page.getByRole('textbox', { name: /^Ngày ban hành/ }).fill('02/12/2026')
    await page.getByRole('button', { name: 'Ban hành' }).click()
    await page.getByText('Số: 152/BC-UBND').waitFor()
    await page.getByText('Cẩm Thành, ngày 02 tháng 12 năm 2026').waitFor()
    expect(await page.getByRole('button', { name: 'Sửa lời văn' }).count()).toBe(0)

    const json = await download(page, 'json')
    const { sha256 } = JSON.parse(json.toString()) as { sha256: string }
    const snapshot = json.subarray(json.indexOf('"snapshot":') + '"snapshot":'.length, -1)
    expect(createHash('sha256').update(snapshot).digest('hex')).toBe(sha256)
    const docx = entriesOf(await download(page, 'docx'))
    expect(docx.get('docProps/custom.xml')?.toString()).toContain(sha256)
    const text = docx.get('word/document.xml')?.toString() ?? ''
    for (const words of ['152/BC-UBND', 'một số tuyến hẻm chưa kéo được cáp', '71,6%', 'Phụ lục II'])
      expect(text).toContain(words)
    expect([...docx.keys()].some((name) => /^word\/media\/.*[.]png$/.test(name))).toBe(true)
    const xlsx = entriesOf(await download(page, 'xlsx'))
    expect(xlsx.get('docProps/custom.xml')?.toString()).toContain(sha256)
    const figures = xlsx.get('xl/worksheets/sheet1.xml')?.toString() ?? ''
    for (const number of ['3412', '4765']) expect(figures).toContain(`<v>${number}</v>`)

    await page.getByRole('button', { name: 'Ghi nhận đã gửi' }).click()
    await page.getByText('Đã gửi', { exact: true }).waitFor()
  })
})

/** The entries of a zip by name: what the office's programs would open. */
function entriesOf(zip: Buffer): Map<string, Buffer> {
  const entries = new Map<string, Buffer>()
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006'))
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset))
    const local = zip.readUInt32LE(at + 42)
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const bytes = zip.subarray(from, from + zip.readUInt32LE(at + 20))
    const stored = zip.readUInt16LE(at + 10) === 0
    entries.set(zip.toString('utf8', at + 46, at + 46 + name), stored ? bytes : inflateRawSync(bytes))
    at += 46 + name + extra + comment
  }
  return entries
}
