import type { Page } from 'playwright'
import { describe, expect, inject, test } from 'vitest'
import { openPage, soon } from '../browser.ts'
import { clientAt } from '../session.ts'
import { signIn } from '../signing-in.ts'

const DOOR = 'Đăng nhập'

describe('At the door', () => {
  test('a wrong password and an unknown address get the same words', async () => {
    const page = await openPage()
    await page.goto('/dang-nhap')
    const told: (string | null)[] = []
    for (const [who, password] of [
      ['viewer', 'không phải mật khẩu'],
      ['nobody', inject('password')],
    ] as const) {
      await signIn(page, who, password)
      const alert = page.getByRole('alert')
      await alert.waitFor()
      told.push(await alert.textContent())
      await page.reload()
    }
    expect(told).toEqual(['Email hoặc mật khẩu không đúng.', 'Email hoặc mật khẩu không đúng.'])
  })

  test('whoever is not signed in is asked to, and then stands where they wanted to go', async () => {
    const page = await openPage()
    await page.goto('/chi-tieu?trangthai=dat')
    await page.getByRole('heading', { level: 1, name: DOOR }).waitFor()
    await signIn(page, 'viewer')
    await page.getByRole('heading', { level: 1, name: 'Chỉ tiêu' }).waitFor()
    expect(page.url()).toBe(`${inject('address')}/chi-tieu?trangthai=dat`)
  })
})

test('A session that ended elsewhere leads to the door, and from there back to the page', async () => {
  const page = await openPage()
  await page.goto('/')
  // What the page asks for by itself would notice the end before the person does.
  const asked = Promise.all([page.waitForResponse('**/my-notices'), page.waitForResponse('**/api/v1/events')])
  await signIn(page, 'viewer')
  await asked
  await page.getByRole('link', { name: 'Nhiệm vụ', exact: true }).waitFor()
  const [cookie] = await page.context().cookies()
  const ended = await clientAt(inject('address'), `${cookie?.name}=${cookie?.value}`).DELETE(
    '/sessions/current',
  )
  expect(ended.response.status).toBe(204)

  await page.getByRole('link', { name: 'Nhiệm vụ', exact: true }).click()
  await page.getByText('Phiên làm việc đã hết').waitFor()
  await signIn(page, 'viewer')
  await page.getByRole('heading', { level: 1, name: 'Nhiệm vụ' }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/nhiem-vu')
})

test('Signing out ends the session: neither the page nor the cookie opens anything any more', async () => {
  const page = await openPage()
  await page.goto('/')
  await signIn(page, 'viewer')
  await page.getByRole('button', { name: /^Tài khoản của/ }).click()
  const [cookie] = await page.context().cookies()
  await page.getByRole('button', { name: 'Đăng xuất' }).click()
  await page.getByRole('heading', { level: 1, name: DOOR }).waitFor()

  await page.goto('/chi-tieu')
  await page.getByRole('heading', { level: 1, name: DOOR }).waitFor()
  const me = await clientAt(inject('address'), `${cookie?.name}=${cookie?.value}`).GET('/me')
  expect(me.response.status).toBe(401)
})

describe('A viewer', () => {
  test('sees no way to import, and the page itself says who may', async () => {
    const page = await openPage({ role: 'viewer' })
    await page.goto('/')
    await page.getByRole('navigation', { name: 'Chính' }).first().waitFor()
    expect(await page.getByRole('link', { name: 'Nhập hàng loạt' }).count()).toBe(0)
    await page.goto('/nhap-hang-loat')
    await page.getByText('Tài khoản này chưa được nhập số liệu').waitFor()
    expect(await page.locator('input[type=file]').count()).toBe(0)
  })

  test('on a phone has four places in the bar, and the rest one press away', async () => {
    const page = await openPage({ role: 'viewer', width: 360 })
    await page.goto('/')
    const bar = page.getByRole('navigation', { name: 'Chính' }).filter({ visible: true })
    await soon(() => bar.getByRole('link').allTextContents()).toEqual([
      'Việc của tôi',
      'Chỉ tiêu',
      'Nhiệm vụ',
      'Vướng mắc',
    ])
    await bar.getByRole('button', { name: 'Thêm' }).click()
    await page.getByRole('link', { name: 'Thời hạn' }).waitFor()
  })
})

test('An account of the office opens the door once it is linked, and not before', async () => {
  const page = await openPage()
  const through = page.getByRole('button', { name: 'Đăng nhập bằng Tài khoản công vụ' })
  await page.goto('/dang-nhap')
  await through.click()
  await atProvider(page)
  await page.getByText('Tài khoản cơ quan này chưa liên kết với ai ở đây').waitFor()
  await signIn(page, 'finance')
  await page.getByRole('link', { name: 'Nhiệm vụ', exact: true }).waitFor()

  await page.goto('/tai-khoan')
  await page.getByRole('button', { name: 'Liên kết Tài khoản công vụ' }).click()
  await page.getByRole('button', { name: 'Xác nhận liên kết' }).click()
  await page.getByText('Liên kết từ').waitFor()

  await page.context().clearCookies({ domain: 'localhost' })
  await page.goto('/nhiem-vu')
  await through.click()
  await page.getByRole('heading', { level: 1, name: 'Nhiệm vụ' }).waitFor()
  await page.goto('/tai-khoan')
  const card = page.getByRole('region', { name: 'Tài khoản của cơ quan' })
  await card.getByLabel('Mật khẩu hiện tại').fill(inject('password'))
  await card.getByRole('button', { name: 'Bỏ liên kết' }).click()
  await page.getByText('Chưa liên kết').waitFor()
})

/** At the provider's own pages: any name and password, and yes to what is asked. */
async function atProvider(page: Page): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill('ngoc')
  await page.getByPlaceholder('and password').fill('x')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
}
