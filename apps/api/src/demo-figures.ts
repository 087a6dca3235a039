// Figures on their way, for the demo: corrections that wait, one that came back, drafts, and a decision of the leader.
import { addDays, type Day } from '@tien-do/domain/day'
import type { Actor } from '@tien-do/domain/permission'
import type { Context } from './core/context.ts'
import type { DemoPeople } from './demo.ts'
import { moveMeasurements, type NewCell, saveMeasurements } from './features/measurements/index.ts'
import { overrideStatus } from './features/overrides/index.ts'
import { today } from './features/plans/index.ts'

const ON = '2026-11-14'
/** What was loaded from the file of samples is the first version of the first revision. */
const AS_LOADED = '"1.1"'
const SAMPLE = 'Số liệu minh họa'
const DAYS_OF_DECISION = 60

const fibre = (area: string, numerator: number, denominator: number, reason: string): NewCell => ({
  indicator: 'FB-02',
  area,
  on: ON,
  etag: AS_LOADED,
  numerator,
  denominator,
  source: 'Tổ trưởng tổ dân phố',
  note: SAMPLE,
  reason,
  state: 'submitted',
})
const words = (indicator: string, qualitative: 'in_progress' | 'done', note: string): NewCell => ({
  indicator,
  area: null,
  on: ON,
  etag: null,
  qualitative,
  note: `${note} (${SAMPLE.toLowerCase()})`,
  state: 'submitted',
})

const BY_COORDINATOR: readonly NewCell[] = [
  fibre('TDP-03', 256, 365, 'Bổ sung 7 hộ mới lắp trong tháng 11'),
  fibre('TDP-05', 325, 342, 'Doanh nghiệp vừa kéo thêm tuyến cáp mới vào hẻm 40'),
  words('SEC-02', 'in_progress', 'Đã có lớp 1 và lớp 2; lớp 3 đang thuê dịch vụ'),
  words('NET-02', 'done', 'Đã kết nối mạng truyền số liệu chuyên dùng cấp II'),
]
const TO_RETURN = fibre('TDP-07', 262, 329, 'Đối chiếu lại với doanh nghiệp')
const BY_OFFICER: NewCell = {
  indicator: 'CR-01',
  area: null,
  on: ON,
  etag: AS_LOADED,
  numerator: 158,
  denominator: 164,
  source: 'Sổ theo dõi số hóa',
  note: SAMPLE,
  reason: 'Vừa nghiệm thu thêm các sổ đã phục chế',
  state: 'submitted',
}

/** Adds them; what does not fit the clock of this machine (a day that has not come) is left out. */
export async function loadFigureSamples(
  contextAs: (actor: Actor) => Context,
  { coordinator, officer, leader }: DemoPeople,
  plan: string,
): Promise<void> {
  await saveMeasurements(contextAs(coordinator), plan, BY_COORDINATOR)
  await saveMeasurements(contextAs(officer), plan, [BY_OFFICER])
  const { results } = await saveMeasurements(contextAs(coordinator), plan, [TO_RETURN])
  const items = results.flatMap(({ measurement }) => measurement ?? []).map(({ id, etag }) => ({ id, etag }))
  if (items.length > 0)
    await moveMeasurements(contextAs(leader), plan, 'return', { items, note: 'Mẫu số khác sổ hộ của tổ' })
  const context = contextAs(leader)
  const until: Day = addDays(today(context), DAYS_OF_DECISION)
  await overrideStatus(context, plan, 'SEC-01', {
    status: 'on_track',
    reason: `Đã duyệt mua bản quyền cho các máy còn lại (${SAMPLE.toLowerCase()})`,
    until,
  })
}
