// Figures typed, pasted and taken back; a network that goes, a browser that closes, a colleague in the same cell.
import type { BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { brokenRules, RULES } from '../axe.ts'
import { openPage, soon } from '../browser.ts'
import { type RunningService, startService } from '../service.ts'
import { clientAt, openSession } from '../session.ts'
import { sticksOut } from '../sticks-out.ts'

const PASSWORD = 'mật khẩu của người lạ'
/** A year for which nobody has entered anything yet. */
const YEAR = 2027
let house: RunningService
const sessions: Record<string, string> = {}
let plan = ''

beforeAll(async () => {
  house = await startService('demo', { DEMO_PASSWORD: PASSWORD, TRUSTED_PROXIES: '127.0.0.1' })
  for (const role of ['coordinator', 'officer'])
    sessions[role] = await openSession(house.address, { email: `${role}@demo.test`, password: PASSWORD })
  const me = await clientAt(house.address, sessions.coordinator).GET('/me')
  plan = me.data?.plans[0]?.code ?? ''
}, 120_000)

afterAll(() => house.stop())

async function openGrid(path: string, { role = 'coordinator', width = 1_440 } = {}): Promise<Page> {
  const page = await openPage({ address: house.address, width })
  const [name = '', ...value] = (sessions[role] ?? '').split('=')
  await page.context().addCookies([{ name, value: value.join('='), url: house.address }])
  await page.goto(path)
  await page.getByRole('table').first().waitFor()
  return page
}

const field = (page: Page, area: number, what: 'tử số' | 'mẫu số') =>
  page.getByRole('textbox', { name: new RegExp(`^Tổ dân phố ${area}, .*, ${what}$`) })
const row = (page: Page, area: number) =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: `Tổ dân phố ${area}`, exact: true }) })
/** Read aloud, not seen. */
const said = (page: Page, words: string | RegExp) =>
  page.getByRole('status').filter({ hasText: words }).first().waitFor({ state: 'attached' })

/** What the service has for an indicator of that year. */
async function inForm(indicator: string, role = 'coordinator') {
  const { data } = await clientAt(house.address, sessions[role]).GET('/plans/{plan}/entry-forms/{year}', {
    params: { path: { plan, year: YEAR }, query: { indicator: [indicator] } },
  })
  return data?.indicators[0]?.cells ?? []
}

async function stored(indicator: string, role = 'coordinator') {
  return (await inForm(indicator, role)).map(
    ({ measurement }) => measurement && [measurement.numerator, measurement.denominator, measurement.state],
  )
}

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((block) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', block)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, text)
}

describe('With the keyboard alone', () => {
  test('what Telex is still composing is left to it: Enter ends the word, and only then moves on', async () => {
    const page = await openGrid(`/nhap-lieu/${YEAR}/MB?ct=MB-03&to=TDP-09`)
    const typing = await page.context().newCDPSession(page)
    const isHere = (area: number) =>
      field(page, area, 'tử số').evaluate((input) => input === document.activeElement)
    await field(page, 9, 'tử số').focus()
    await typing.send('Input.imeSetComposition', { text: '30', selectionStart: 2, selectionEnd: 2 })
    // A key that the method takes for itself has this code, whatever it is.
    const taken = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 }
    await typing.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...taken })
    expect(await isHere(9)).toBe(true)
    await typing.send('Input.insertText', { text: '305' })
    await soon(() => field(page, 9, 'tử số').inputValue()).toBe('305')
    await page.keyboard.press('Enter')
    await soon(() => isHere(10)).toBe(true)
  })

  test('a year of one indicator is entered, mended, explained, checked and submitted', async () => {
    const page = await openGrid(`/nhap-lieu/${YEAR}/MB?ct=MB-02&to=TDP-01`)
    const keys = page.keyboard
    await soon(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(
      /^Tổ dân phố 1, .*tử số$/,
    )
    // Down the first column, up again, across, and to the ends.
    await keys.type('300')
    await keys.press('Enter')
    await keys.type('310')
    await keys.press('Shift+Enter')
    expect(await field(page, 1, 'tử số').evaluate((input) => input === document.activeElement)).toBe(true)
    await keys.press('ArrowRight')
    await keys.type('1,234')
    await keys.press('Tab')
    await soon(() => field(page, 1, 'mẫu số').inputValue()).toBe('1.234')
    await page.getByText('đã hiểu là 1.234').waitFor()
    await field(page, 2, 'tử số').focus()
    await keys.press('Tab')
    const before = await field(page, 2, 'mẫu số').inputValue()
    await keys.press('Control+d')
    await soon(() => field(page, 2, 'mẫu số').inputValue()).toBe('1.234')
    await keys.press('Control+z')
    await soon(() => field(page, 2, 'mẫu số').inputValue()).toBe(before)
    await keys.press('Control+y')
    await soon(() => field(page, 2, 'mẫu số').inputValue()).toBe('1.234')
    await keys.type('9')
    await keys.press('Escape')
    await soon(() => field(page, 2, 'mẫu số').inputValue()).toBe('1.234')
    // Impossible: said at the row, kept in the field, not stored.
    await keys.type('200')
    await keys.press('Enter')
    await row(page, 2).getByText('Tử số lớn hơn mẫu số').waitFor()
    await said(page, 'Cần sửa (1 ô)')
    await field(page, 2, 'mẫu số').focus()
    await keys.type('420')
    await keys.press('Control+Home')
    await said(page, /^Đã lưu lúc \d\d:\d\d$/)
    await soon(async () => (await stored('MB-02')).slice(0, 2)).toEqual([
      [300, 1234, 'draft'],
      [310, 420, 'draft'],
    ])
    await keys.press('?')
    await page.getByRole('dialog', { name: 'Phím trong bảng nhập' }).waitFor()
    await keys.press('Escape')

    await page.getByRole('button', { name: 'Kiểm tra và nộp' }).focus()
    await keys.press('Enter')
    await page.getByText('Cần lý do một dòng').waitFor()
    await page.getByText(/Chưa báo cáo: Tổ dân phố 3, Tổ dân phố 4/).waitFor()
    const reasons = page.getByRole('textbox', { name: /^Lý do/ })
    while (await page.getByText(/Cần lý do một dòng/).count()) {
      await reasons.first().fill('Vừa tách tổ, đã đếm lại')
      await reasons.first().blur()
    }
    await page.getByRole('button', { name: 'Nộp 2 ô' }).focus()
    await keys.press('Enter')
    await page.getByText('Đã nộp 2 ô').waitFor()
    expect((await stored('MB-02')).slice(0, 2)).toEqual([
      [300, 1234, 'submitted'],
      [310, 420, 'submitted'],
    ])
    // Until somebody has judged it, it can be taken back.
    await page.getByRole('button', { name: 'Rút lại 2 ô' }).focus()
    await keys.press('Enter')
    await page.getByText('Đã rút lại 2 ô').waitFor()
    expect((await stored('MB-02')).slice(0, 2).map((cell) => cell?.[2])).toEqual(['draft', 'draft'])
  })
})

describe('A block from Excel', () => {
  test('goes to the areas that it names; what cannot be read stays in sight; one step takes it back', async () => {
    const page = await openGrid(`/nhap-lieu/${YEAR}/FB?ct=FB-02`)
    await field(page, 1, 'tử số').focus()
    await paste(page, 'Tổ\tCó cáp quang\tTổng hộ\r\nTổ 14\t240\t300\r\nTổ dân phố số 2\t1.210\t1.290\r\n')
    await page.getByText('Đã dán 4 ô.').waitFor()
    expect(await field(page, 14, 'tử số').inputValue()).toBe('240')
    expect(await field(page, 2, 'mẫu số').inputValue()).toBe('1.290')
    await page.getByRole('button', { name: 'Hoàn tác' }).click()
    await soon(() => field(page, 14, 'tử số').inputValue()).toBe('')
    await soon(async () => (await stored('FB-02')).every((cell) => cell === null)).toBe(true)

    await field(page, 1, 'tử số').focus()
    await paste(page, 'Tổ 5\t85.5\t300\nTổ 99\t1\t2\nTổ 6\t200\t290\n')
    const preview = page.getByRole('dialog', { name: 'Xem trước khi dán' })
    await preview.getByText('Cần số nguyên.').waitFor()
    await preview.getByText('Không phải tổ nào, không dán: Tổ 99 · 1 · 2').waitFor()
    await preview.getByRole('button', { name: 'Dán 4 ô' }).click()
    expect(await field(page, 5, 'tử số').inputValue()).toBe('85.5')
    await row(page, 5).getByText('Cần số nguyên.').waitFor()
    await soon(async () => (await stored('FB-02'))[5]).toEqual([200, 290, 'draft'])
    expect((await stored('FB-02'))[4]).toBeNull()
  })

  test('is chosen with Shift and copied back; the empty form of the same cells goes on paper', async () => {
    const page = await openGrid(`/nhap-lieu/2026/FB?ct=FB-02`)
    await field(page, 1, 'tử số').focus()
    const copied = page.evaluate(
      () =>
        new Promise((resolve) => {
          document.addEventListener('copy', (event) => resolve(event.clipboardData?.getData('text/plain')), {
            once: true,
          })
        }),
    )
    for (const key of ['Shift+ArrowDown', 'Shift+ArrowRight', 'Control+c']) await page.keyboard.press(key)
    expect(await copied).toBe('308\t412\r\n278\t388\r\n')
    await said(page, 'Đã chép 4 ô')

    await page.evaluate(() => {
      window.print = () => {
        document.title = document.documentElement.dataset.paper ?? ''
      }
    })
    await page.getByRole('button', { name: 'In phiếu trống' }).click()
    await page.waitForFunction(() => document.title === 'empty')
    await page.evaluate(() => {
      document.documentElement.dataset.paper = 'empty'
    })
    await page.emulateMedia({ media: 'print' })
    await page.getByText(/^Phiếu thu thập số liệu năm 2026/).waitFor()
    expect(await field(page, 1, 'tử số').isVisible()).toBe(false)
  })
})

describe('Nothing that was typed is lost', () => {
  test('without a network it waits, in words, and goes when the network is back', async () => {
    const page = await openGrid(`/nhap-lieu/${YEAR}/MB?ct=MB-03`)
    await page.context().setOffline(true)
    await field(page, 3, 'tử số').fill('150')
    await field(page, 3, 'mẫu số').fill('190')
    await field(page, 4, 'tử số').focus()
    await said(page, 'Chờ mạng (1 ô)')
    await row(page, 3).getByText('chờ mạng').waitFor()
    await page.context().setOffline(false)
    await soon(async () => (await stored('MB-03'))[2]).toEqual([150, 190, 'draft'])
    await said(page, /^Đã lưu lúc/)
  })

  test('a browser that crashes has it again, and sends it then', async () => {
    const page = await openGrid(`/nhap-lieu/${YEAR}/MB?ct=MB-04`)
    const context: BrowserContext = page.context()
    await page.route('**/measurements', (route) => route.abort())
    await field(page, 7, 'tử số').fill('111')
    await field(page, 7, 'mẫu số').fill('222')
    await field(page, 8, 'tử số').fill('abc')
    await field(page, 9, 'tử số').focus()
    await said(page, /Chờ mạng/)
    await page.close({ runBeforeUnload: false })
    const next = await context.newPage()
    await next.goto(`/nhap-lieu/${YEAR}/MB?ct=MB-04`)
    await soon(() => field(next, 7, 'tử số').inputValue()).toBe('111')
    expect(await field(next, 8, 'tử số').inputValue()).toBe('abc')
    await soon(async () => (await stored('MB-04'))[6]).toEqual([111, 222, 'draft'])
    expect((await stored('MB-04'))[7]).toBeNull()
  })

  test('a session that ended keeps it, and the way back leads to it', async () => {
    const page = await openPage({ address: house.address })
    const cookie = await openSession(house.address, { email: 'coordinator@demo.test', password: PASSWORD })
    const [name = '', ...value] = cookie.split('=')
    await page.context().addCookies([{ name, value: value.join('='), url: house.address }])
    await page.goto(`/nhap-lieu/${YEAR}/MB?ct=MB-04`)
    await field(page, 10, 'tử số').waitFor()
    await page.route('**/measurements', (route) => route.abort())
    await field(page, 10, 'tử số').fill('120')
    await field(page, 10, 'mẫu số').fill('240')
    await field(page, 11, 'tử số').focus()
    await said(page, 'Chờ mạng (1 ô)')
    await clientAt(house.address, cookie).DELETE('/sessions/current')
    await page.unroute('**/measurements')
    // The grid says so, or the house has led to the door already; either way what was typed is kept.
    await page.getByText('Phiên làm việc đã hết').first().waitFor({ state: 'attached' })
    const wayIn = page.getByRole('link', { name: 'Đăng nhập lại để gửi' })
    await page.getByLabel('Email').or(wayIn).first().waitFor()
    if (await wayIn.isVisible()) await wayIn.click()
    await page.getByLabel('Email').fill('coordinator@demo.test')
    await page.getByLabel('Mật khẩu').fill(PASSWORD)
    await page.getByRole('button', { name: 'Đăng nhập' }).click()
    await soon(async () => (await stored('MB-04'))[9]).toEqual([120, 240, 'draft'])
  })
})

test('Two people in one cell: both figures stand until one of them chooses', async () => {
  const path = `/nhap-lieu/${YEAR}/III?ct=CR-01`
  const numerator = (page: Page) => page.getByRole('textbox', { name: /^Toàn phường, .*, tử số$/ })
  const denominator = (page: Page) => page.getByRole('textbox', { name: /^Toàn phường, .*, mẫu số$/ })
  const [hoa, an] = await Promise.all([openGrid(path), openGrid(path, { role: 'officer' })])
  await numerator(an).fill('90')
  await denominator(an).fill('164')
  await denominator(an).blur()
  await soon(() => stored('CR-01')).toEqual([[90, 164, 'draft']])
  await numerator(hoa).fill('95')
  await denominator(hoa).fill('164')
  await denominator(hoa).blur()
  await hoa.getByText(/Bạn: 95 \/ 164 – Võ Đình An \(\d\d:\d\d\): 90 \/ 164/).waitFor()
  await said(hoa, /Có người khác vừa sửa \(1 ô\)/)
  expect(await stored('CR-01')).toEqual([[90, 164, 'draft']])
  expect(await brokenRules(hoa, RULES.all)).toEqual([])
  await hoa.getByRole('button', { name: 'Giữ của tôi' }).click()
  await soon(() => stored('CR-01')).toEqual([[95, 164, 'draft']])
})

describe('On a phone of 360 px', () => {
  test('areas are cards; the next field is a thumb away; yes and no are boxes, and nothing reported is neither', async () => {
    const page = await openGrid(`/nhap-lieu/${YEAR}/FB?ct=FB-01`, { width: 360 })
    const box = page.getByRole('checkbox', { name: /^Tổ dân phố 1, / })
    await row(page, 1).getByText('chưa báo cáo').waitFor()
    await box.click()
    await row(page, 1).getByText('có', { exact: true }).first().waitFor()
    await soon(async () => (await stored('FB-01'))[0]).toEqual([1, 1, 'draft'])
    await page.getByRole('button', { name: 'Ô sau' }).click()
    await page.getByText('1/14 tổ đã có số').waitFor()
    for (const width of [360, 320]) {
      await page.setViewportSize({ width, height: 640 })
      expect(await sticksOut(page)).toEqual([])
    }
    expect(await brokenRules(page, RULES.all)).toEqual([])
  })

  test('“Không đổi” takes last period’s figure with its reason; “Không áp dụng” asks for one', async () => {
    const page = await openGrid(`/nhap-lieu/${YEAR}/FB?ct=FB-02`, { width: 360 })
    await page.getByRole('button', { name: 'Tổ dân phố 9: không đổi so với kỳ trước' }).click()
    await soon(() =>
      row(page, 9)
        .getByRole('textbox', { name: /^Lý do/ })
        .inputValue(),
    ).toBe('Không đổi so với kỳ trước')
    await page.getByRole('button', { name: 'Tổ dân phố 10: không áp dụng' }).click()
    await row(page, 10)
      .getByRole('textbox', { name: /^Lý do/ })
      .fill('Chưa có dân ở')
    await soon(async () => (await stored('FB-02'))[8]?.[2]).toBe('draft')
    await soon(async () => (await stored('FB-02'))[9]).toEqual([null, null, 'draft'])
  })
})

test('What is judged in words has a state and a text', async () => {
  const page = await openPage({ address: house.address })
  const [name = '', ...value] = (sessions.coordinator ?? '').split('=')
  await page.context().addCookies([{ name, value: value.join('='), url: house.address }])
  await page.goto(`/nhap-lieu/${YEAR}/DP?ct=DP-04`)
  await page.getByRole('radio', { name: 'Đang làm' }).check()
  await soon(async () => (await inForm('DP-04'))[0]?.measurement?.qualitative).toBe('in_progress')
  await page.getByLabel('Kết quả, bằng lời').fill('Đã số hóa sổ hộ tịch đến năm 2010.')
  await page.getByLabel('Kết quả, bằng lời').blur()
  // Whoever leaves before the words are stored is asked whether they mean it.
  await soon(async () => (await inForm('DP-04'))[0]?.measurement?.note).toBe(
    'Đã số hóa sổ hộ tịch đến năm 2010.',
  )
  await said(page, /^Đã lưu lúc/)
  await page.reload()
  await soon(() => page.getByLabel('Kết quả, bằng lời').inputValue()).toBe(
    'Đã số hóa sổ hộ tịch đến năm 2010.',
  )
  expect(await page.getByRole('radio', { name: 'Đang làm' }).isChecked()).toBe(true)
})

test('The head of an area fills in a slip on a phone; an officer takes it into the grid; a revoked link opens nothing', async () => {
  const desk = await openPage({ address: house.address })
  const [name = '', ...value] = (sessions.coordinator ?? '').split('=')
  await desk.context().addCookies([{ name, value: value.join('='), url: house.address }])
  await desk.goto('/phieu')
  await desk.getByRole('button', { name: 'Tạo phiếu: Tổ dân phố 5' }).click()
  await desk.getByLabel('Người điền phiếu').fill('Bà Nguyễn Thị Lan')
  await desk.getByRole('dialog').getByRole('button', { name: 'Tạo phiếu' }).click()
  await desk.getByRole('img', { name: /^Mã QR/ }).waitFor()
  expect(await brokenRules(desk, RULES.all)).toEqual([])
  const message = await desk.getByLabel('Tin nhắn để gửi qua Zalo').inputValue()
  const [link = ''] = /http\S+$/.exec(message) ?? []

  const phone = await openPage({ address: house.address, width: 360 })
  await phone.goto(link)
  const asked = phone.getByRole('group', { name: 'Người trưởng thành có điện thoại thông minh' })
  await asked.getByText(/^Kỳ trước: \d+ \/ \d+$/).waitFor()
  expect(await sticksOut(phone)).toEqual([])
  expect(await brokenRules(phone, RULES.all)).toEqual([])
  const [numerator, denominator] = await asked.getByRole('textbox').all()
  await numerator!.fill('500')
  await denominator!.fill('490')
  await denominator!.blur()
  await asked.getByText('Tử số lớn hơn mẫu số').waitFor()
  await numerator!.fill('411')
  await phone.reload()
  await soon(() => asked.getByRole('textbox').first().inputValue()).toBe('411')
  await phone.getByRole('button', { name: 'Gửi (1/6 đã điền)' }).click()
  await phone.getByText('Đã gửi, cảm ơn bác').waitFor()

  await desk.reload()
  const area = desk.getByRole('listitem').filter({ hasText: 'Bà Nguyễn Thị Lan' })
  await area.getByRole('button', { name: 'Nhận 1 số vào bảng nhập' }).click()
  await area.getByText('Đã nhận', { exact: true }).waitFor()
  await area.getByRole('button', { name: 'Thu hồi' }).click()
  await area.getByRole('button', { name: 'Thu hồi' }).waitFor({ state: 'detached' })
  await phone.reload()
  await phone.getByText('Đường dẫn không đúng, đã thu hồi hoặc đã hết hạn').waitFor()
})
