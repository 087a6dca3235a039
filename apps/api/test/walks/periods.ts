import { PLAN } from '../harness.ts'
import type { Walk } from './walker.ts'

export const walkPeriods: Walk = async ({ step, coordinator }) => {
  const periods = `${PLAN}/periods`
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
}
