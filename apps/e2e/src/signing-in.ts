import type { Page } from 'playwright'
import { inject } from 'vitest'

/** Types an address and a password into the sign-in page that is open. */
export async function signIn(page: Page, role: string, password = inject('password')): Promise<void> {
  await page.getByLabel('Email').fill(`${role}@demo.test`)
  await page.getByLabel('Mật khẩu').fill(password)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
}
