// The parts hold what they promise to those who use a keyboard or a screen reader.

import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import './tokens.css'
import './base.css'
import { brokenRules } from '../test/axe.ts'
import { installAriaStrings } from './aria-strings.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { DropFile } from './drop-file.tsx'
import { Field } from './field.tsx'
import { Popover } from './popover.tsx'
import { ProgressBar } from './progress-bar.tsx'
import { SearchField } from './search-field.tsx'
import { Select } from './select.tsx'
import { StatusChip, TONES } from './status-chip.tsx'
import { Table } from './table.tsx'
import { Tabs } from './tabs.tsx'

installAriaStrings('vi')

test('a status is a shape and a word, in every tone', async () => {
  const screen = await render(
    <ul>
      {TONES.map((tone) => (
        <li key={tone}>
          <StatusChip tone={tone}>{tone} trạng thái</StatusChip>
        </li>
      ))}
    </ul>,
  )
  const shapes = [...screen.container.querySelectorAll('svg')].map((svg) => svg.innerHTML)
  expect(new Set(shapes).size).toBe(TONES.length)
  expect(await brokenRules(screen.container)).toEqual([])
})

test('a bar says itself in a sentence, and a milestone that is over is a tick without words', async () => {
  const screen = await render(
    <ProgressBar
      at={71.6}
      tone="late"
      label="71,6%, mục tiêu 2030: 100%"
      ticks={[{ at: 80 }, { at: 100, label: '2030: 100' }]}
    />,
  )
  await expect.element(screen.getByRole('img', { name: '71,6%, mục tiêu 2030: 100%' })).toBeVisible()
  expect(screen.container.querySelectorAll('em')).toHaveLength(1)
})

test("a field's fault is read with the field", async () => {
  const screen = await render(<Field label="Mật khẩu" type="password" error="Sai mật khẩu." />)
  const input = screen.getByLabelText('Mật khẩu')
  await expect.element(input).toHaveAccessibleDescription('Sai mật khẩu.')
  await expect.element(input).toHaveAttribute('aria-invalid', 'true')
  expect(await brokenRules(screen.container)).toEqual([])
})

test('Escape empties the search field, and its button speaks Vietnamese', async () => {
  const onChange = vi.fn()
  const screen = await render(
    <SearchField label="Tìm" placeholder="Tìm chỉ tiêu" value="hộ" onChange={onChange} />,
  )
  await expect.element(screen.getByRole('button', { name: 'Xóa ô tìm' })).toBeInTheDocument()
  await userEvent.click(screen.getByRole('searchbox'))
  await userEvent.keyboard('{Escape}')
  expect(onChange).toHaveBeenCalledWith('')
})

test('a select tells the value that was chosen', async () => {
  const onChange = vi.fn()
  const options = [
    { value: 'tat-ca', label: 'Tất cả' },
    { value: 'cham', label: 'Chậm tiến độ' },
  ]
  const screen = await render(
    <Select label="Trạng thái" value="tat-ca" options={options} onChange={onChange} />,
  )
  await userEvent.selectOptions(screen.getByLabelText('Trạng thái'), 'cham')
  expect(onChange).toHaveBeenCalledWith('cham')
})

test('a popover opens from the keyboard, closes with Escape, and gives the focus back', async () => {
  const screen = await render(
    <Popover label="Thêm" trigger={<Button>Mở</Button>}>
      <p>Bên trong</p>
    </Popover>,
  )
  await userEvent.tab()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('dialog', { name: 'Thêm' })).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('dialog', { name: 'Thêm' })).not.toBeInTheDocument()
  await expect.element(screen.getByRole('button', { name: 'Mở' })).toHaveFocus()
})

test('a dialog is named by its title and closed by its button', async () => {
  const onClose = vi.fn()
  await render(
    <Dialog title="Ghi 997 dòng?" closeLabel="Đóng" isOpen onClose={onClose}>
      <p>Không thể rút lại.</p>
    </Dialog>,
  )
  const dialog = page.getByRole('dialog', { name: 'Ghi 997 dòng?' })
  await expect.element(dialog).toBeVisible()
  await userEvent.click(dialog.getByRole('button', { name: 'Đóng' }))
  expect(onClose).toHaveBeenCalledOnce()
})

test('tabs are walked with the arrow keys', async () => {
  const onSelect = vi.fn()
  await render(
    <Tabs
      label="Xem"
      selected="bang"
      onSelect={onSelect}
      tabs={[
        { key: 'bang', title: 'Bảng', content: 'A' },
        { key: 'nguon', title: 'Nguồn', content: 'B' },
      ]}
    />,
  )
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(onSelect).toHaveBeenCalledWith('nguon')
})

test('a table has a caption and a header for every row, on a phone too', async () => {
  await page.viewport(360, 640)
  const screen = await render(
    <Table
      caption="Theo tổ dân phố"
      rows={[{ area: 'Tổ 11', missing: '96' }]}
      rowKey={(row) => row.area}
      columns={[
        { key: 'area', header: 'Tổ', rowHeader: true, cell: (row) => row.area },
        { key: 'missing', header: 'Còn thiếu', number: true, cell: (row) => row.missing },
      ]}
    />,
  )
  await expect.element(screen.getByRole('table', { name: 'Theo tổ dân phố' })).toBeVisible()
  await expect.element(screen.getByRole('rowheader', { name: 'Tổ 11' })).toBeVisible()
  expect(await brokenRules(screen.container)).toEqual([])
})

test('a file can be chosen without dragging, and the same file twice', async () => {
  const onFiles = vi.fn()
  const screen = await render(<DropFile title="Thả tệp" hint="CSV" accept=".csv" onFiles={onFiles} />)
  const file = new File(['a'], 'so-lieu.csv', { type: 'text/csv' })
  await userEvent.upload(screen.getByLabelText('Thả tệp'), file)
  await userEvent.upload(screen.getByLabelText('Thả tệp'), file)
  expect(onFiles).toHaveBeenCalledTimes(2)
})
