import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import '../../ui/tokens.css'
import '../../ui/base.css'
import { brokenRules } from '../../test/axe.ts'
import type { ImportSource } from './import-source.ts'
import { PasteBox } from './paste-box.tsx'

const BLOCK = 'Mã chỉ tiêu\tMã tổ\tNgày\nFB-02\tTDP-05\t14/11/2026\nFB-02\tTDP-06\t14/11/2026\n'

test('what was pasted is said before anything is sent', async () => {
  const onSource = vi.fn<(source: ImportSource) => void>()
  const screen = await render(<PasteBox onSource={onSource} />)
  const box = screen.getByRole('textbox')
  await box.fill(BLOCK)
  await expect.element(screen.getByRole('status')).toMatchTextContent(/Đã nhận 3 cột, 2 dòng số liệu\./)
  expect(onSource).not.toHaveBeenCalled()
  await userEvent.click(screen.getByRole('button', { name: 'Kiểm tra bảng đã dán' }))
  const [source] = onSource.mock.calls[0] ?? []
  expect(source).toMatchObject({ mediaType: 'text/csv', delimiter: 'tab' })
  expect(await source?.body.text()).toBe(BLOCK)
})

test('headings alone are not sent: the box says what is missing', async () => {
  const screen = await render(<PasteBox onSource={vi.fn()} />)
  await screen.getByRole('textbox').fill('Mã chỉ tiêu\tNgày')
  await expect.element(screen.getByRole('status')).toMatchTextContent(/Sao chép cả dòng tên cột/)
  await expect.element(screen.getByRole('button', { name: 'Kiểm tra bảng đã dán' })).toBeDisabled()
})

test('Tab leaves the box: nobody who uses the keyboard is caught in it', async () => {
  const screen = await render(<PasteBox onSource={vi.fn()} />)
  await screen.getByRole('textbox').fill(BLOCK)
  await userEvent.tab()
  await expect.element(screen.getByRole('button', { name: 'Xóa' })).toHaveFocus()
})

test('the box has a name, a hint, and no rule of access broken', async () => {
  const screen = await render(<PasteBox onSource={vi.fn()} />)
  await expect.element(screen.getByLabelText('Bảng đã sao chép, kèm dòng tên cột')).toBeVisible()
  expect(await brokenRules(screen.container)).toEqual([])
})
