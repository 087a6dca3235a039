// Who leads a task, a piece of its work from its first day to its removal, what came of the year, and a yearly plan.
import type supertest from 'supertest'
import { PLAN } from '../harness.ts'
import type { Walk } from './walker.ts'

export const walkTasks: Walk = async ({ step, coordinator, leader }) => {
  const [one, works] = [`${PLAN}/tasks/NV-09`, `${PLAN}/sub-tasks`]
  const task = await step('getTask', coordinator.get(one))
  const lead = { lead: 'VP-TK', coordinating: ['VH-TT'], reason: null }
  await step('assignTask', coordinator.post(`${one}/assignments`).set('if-match', task.body.etag).send(lead))
  await step('listTaskAssignments', coordinator.get(`${one}/assignments`))
  const planned = { task: 'NV-09', year: 2026, name: 'Dùng nền tảng họp trực tuyến', department: 'VP-TK' }
  const piece = await step('addSubTask', coordinator.post(works).send(planned))
  const at = `${works}/${piece.body.code}`
  const dated = coordinator.patch(at).set('if-match', piece.body.etag).send({ dueOn: '2026-10-31' })
  const changed = await step('changeSubTask', dated)
  const progress = coordinator.post(`${at}/updates`).set('if-match', changed.body.etag)
  await step('updateSubTask', progress.send({ progress: 40, text: 'Đã cài trên 6 máy' }))
  await step('getSubTask', coordinator.get(at))
  await step('listSubTasks', coordinator.get(`${works}?year=2026&task=NV-09`))
  const another = await coordinator.post(works).send(planned)
  const gone = coordinator.delete(`${works}/${another.body.code}`).set('if-match', another.body.etag)
  await step('removeSubTask', gone)
  await step('updateTask', coordinator.post(`${one}/updates`).send({ text: 'Họp với các bộ phận' }))
  await step('listTaskUpdates', coordinator.get(`${one}/updates`))
  const said = { verdict: 'in_progress', result: 'Đã dùng 3 trong 9 nền tảng' }
  const result = coordinator.put(`${one}/results/2026`).set('if-match', '"0"')
  await step('writeTaskResult', result.send(said))
  await step('listResponsibilities', coordinator.get(`${PLAN}/responsibilities`))

  const plans = `${PLAN}/yearly-plans/2026`
  const own = `${plans}/VP-TK`
  await step('listYearlyPlans', coordinator.get(plans))
  const draft = await step('getYearlyPlan', coordinator.get(own))
  await step('copyYearlyPlan', coordinator.post(`${own}/copy`))
  const move = (person: supertest.Agent, act: string, etag: string) =>
    person.post(`${own}/${act}`).set('if-match', etag)
  const sent = await step('submitYearlyPlan', move(coordinator, 'submit', draft.body.etag))
  const back = await step('withdrawYearlyPlan', move(coordinator, 'withdraw', sent.body.etag))
  const again = await move(coordinator, 'submit', back.body.etag)
  const taken = await step('acceptYearlyPlan', move(leader, 'accept', again.body.etag))
  await step('returnYearlyPlan', move(leader, 'return', taken.body.etag).send({ note: 'Bổ sung hạn' }))
}
