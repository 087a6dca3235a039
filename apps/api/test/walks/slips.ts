import { API, PLAN } from '../harness.ts'
import type { Walk } from './walker.ts'

export const walkSlips: Walk = async ({ house, step, coordinator }) => {
  const url = `${PLAN}/slips`
  const wanted = { area: 'TDP-09', year: 2026, person: 'Bà Nguyễn Thị Lan', indicators: ['MB-04'] }
  const issued = await step('issueSlip', coordinator.post(url).send(wanted))
  const sheet = `${API}/slips/${issued.body.secret}`
  await step('openSlip', house.anyone.get(sheet))
  const figures = [{ indicator: 'MB-04', numerator: 101, denominator: 305 }]
  await step('answerSlip', house.anyone.put(sheet).send({ figures }))
  await step('listSlips', coordinator.get(`${url}?year=2026`))
  await step('confirmSlip', coordinator.post(`${url}/${issued.body.id}/confirm`).send({}))
  await step('revokeSlip', coordinator.delete(`${url}/${issued.body.id}`))
}
