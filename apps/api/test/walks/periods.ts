import { PLAN } from '../harness.ts'
import type { Walk } from './walker.ts'

export const walkPeriods: Walk = async ({ step, coordinator, leader }) => {
  const periods = `${PLAN}/periods`
  await step('proposePeriod', coordinator.get(`${periods}/2026/proposal`))
  await step('openPeriod', coordinator.post(periods).send({ year: 2026 }))
  const period = `${periods}/2026`
  await step('listPeriods', coordinator.get(periods))
  await step('getPeriod', coordinator.get(period))
  const extension = { kind: 'extension', department: 'CA', reason: 'Chờ số liệu', lastDay: '2026-12-02' }
  const allowed = await step('allowInPeriod', coordinator.post(`${period}/allowances`).send(extension))
  const [{ id: allowance }] = allowed.body.allowances
  const moved = async (operationId: string, act: string, etag: string, body?: object) =>
    step(operationId, coordinator.post(`${period}/${act}`).set('if-match', etag).send(body))
  const ended = await step(
    'endAllowance',
    coordinator.delete(`${period}/allowances/${allowance}`).set('if-match', allowed.body.etag),
  )
  const closed = await moved('closePeriod', 'close', ended.body.etag)
  const locked = await moved('lockPeriod', 'lock', closed.body.etag)
  await moved('reopenPeriod', 'reopen', locked.body.etag, { reason: 'Cấp trên yêu cầu bổ sung' })

  const own = `${period}/reports/QS`
  await step('listDepartmentReports', coordinator.get(`${period}/reports`))
  await step('listPeriodDeadlines', coordinator.get(`${period}/deadlines`))
  const blank = await step('getDepartmentReport', coordinator.get(own))
  const narrative = { results: 'Đã làm.', shortcomings: 'Không có.', direction: 'Tiếp tục.' }
  const patch = coordinator.patch(own).set('if-match', blank.body.etag).send({ narrative })
  let { etag } = (await step('writeDepartmentReport', patch)).body
  const turned = async (agent: typeof coordinator, act: string, body?: object) => {
    const sent = agent.post(`${own}/${act}`).set('if-match', etag).send(body)
    etag = (await step(`${act}DepartmentReport`, sent)).body.etag
  }
  await turned(coordinator, 'submit', {})
  await turned(coordinator, 'withdraw')
  await turned(coordinator, 'submit', {})
  const note = { place: 'narrative', code: 'results', area: null, note: 'Nêu rõ số lớp tập huấn' }
  await turned(leader, 'return', { notes: [note] })
  await turned(coordinator, 'submit', {})
  await turned(leader, 'accept')
  await turned(coordinator, 'consolidate')
  await step('getReportCopy', coordinator.get(`${period}/receipts/1`))
  await step('getDepartmentReportFile', coordinator.get(`${period}/receipts/1/files/json`))
}
