import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { TASK } from './task.fixture.ts'
import { TaskLead } from './task-lead.tsx'
import type { Task } from './task-words.ts'

const CULTURE = { code: 'VH-TT', name: 'Bộ phận Văn hóa - Thông tin', shortName: 'Văn hóa - Thông tin' }
const ledBy = (source: NonNullable<Task['lead']>['source']): Task['lead'] => ({
  department: CULTURE,
  stated: source === 'plan',
  source,
  from: null,
  reason: null,
})

test('a lead that the plan names is told from one that the ward chose', async () => {
  const stated = await render(<TaskLead task={{ ...TASK, lead: ledBy('plan') }} />)
  await expect.element(stated.getByText('Kế hoạch nêu rõ')).toBeVisible()
  await stated.unmount()
  const chosen = await render(<TaskLead task={{ ...TASK, lead: ledBy('ward') }} />)
  await expect.element(chosen.getByText('Phường phân công')).toBeVisible()
  expect(chosen.getByText('Kế hoạch nêu rõ').elements()).toHaveLength(0)
})

test('a proposed lead is a suggestion, and the task stays unassigned', async () => {
  const screen = await render(<TaskLead task={{ ...TASK, proposedLead: CULTURE }} />)
  await expect.element(screen.getByText('Chưa phân công')).toBeVisible()
  await expect.element(screen.getByText('Gợi ý: Văn hóa - Thông tin')).toBeVisible()
  expect(screen.getByText('Văn hóa - Thông tin', { exact: true }).elements()).toHaveLength(0)
})

test('a task without a lead or a proposal says both', async () => {
  const screen = await render(<TaskLead task={TASK} />)
  await expect.element(screen.getByText('Chưa phân công')).toBeVisible()
  await expect.element(screen.getByText('Chưa có gợi ý')).toBeVisible()
})
