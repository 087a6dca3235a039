import type supertest from 'supertest'
import { PLAN } from '../harness.ts'
import type { Walk } from './walker.ts'

export const walkFigures: Walk = async ({ step, coordinator, leader }) => {
  const measurements = `${PLAN}/measurements`
  const cell = {
    indicator: 'FB-02',
    area: 'TDP-07',
    on: '2026-11-14',
    etag: null,
    numerator: 120,
    denominator: 200,
  }
  const cells = [{ ...cell, state: 'submitted' }]
  const batch = await step('saveMeasurements', coordinator.patch(measurements).send({ cells }))
  const figureOf = ({ body }: supertest.Response) => body.results[0].measurement
  const itemsOf = (figure: { id: string; etag: string }) => ({
    items: [{ id: figure.id, etag: figure.etag }],
  })
  const act = (name: string, answer: supertest.Response, agent = coordinator) =>
    agent.post(`${measurements}/${name}`).send({ ...itemsOf(figureOf(answer)), note: 'Đề nghị kiểm tra lại' })
  const taken = await step('withdrawMeasurements', act('withdraw', batch))
  const sent = await step('submitMeasurements', act('submit', taken))
  const back = await step('returnMeasurements', act('return', sent, leader))
  const single = (name: string, figure: { id: string; etag: string }) =>
    coordinator.post(`${measurements}/${figure.id}/${name}`).set('if-match', figure.etag)
  const again = await step('submitMeasurement', single('submit', figureOf(back)))
  const draft = await step('withdrawMeasurement', single('withdraw', again.body))
  const last = await single('submit', draft.body)
  await step('approveMeasurements', leader.post(`${measurements}/approve`).send(itemsOf(last.body)))
  await step('listMeasurementHistory', coordinator.get(`${measurements}/history?indicator=FB-02`))
  const days = 'from=2026-11-14&to=2026-11-22'
  await step('compareMeasurements', coordinator.get(`${measurements}/comparison?${days}`))
  const more = [{ ...cell, area: 'TDP-08', state: 'draft' }]
  const saved = await coordinator.patch(measurements).send({ cells: more })
  await step('undoBatch', coordinator.post(`${PLAN}/measurement-batches/${saved.body.batch}/undo`))
  const overrides = `${PLAN}/indicators/FB-02/overrides`
  const decision = { status: 'on_track', reason: 'Đã ký hợp đồng', until: '2026-12-31' }
  const decided = await step('overrideStatus', leader.post(overrides).send(decision))
  await step('listOverrides', coordinator.get(overrides))
  await step('endOverride', leader.delete(`${overrides}/${decided.body.id}`))
  await step('getApprovalQueue', coordinator.get(`${PLAN}/approval-queue`))
  await step('getCompleteness', coordinator.get(`${PLAN}/completeness`))
  await step('getEntryForm', coordinator.get(`${PLAN}/entry-forms/2026?indicator=FB-02`))
}
