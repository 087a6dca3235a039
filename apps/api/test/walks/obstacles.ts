import type supertest from 'supertest'
import { PLAN } from '../harness.ts'
import type { Walk } from './walker.ts'

export const walkObstacles: Walk = async ({ step, coordinator, leader }) => {
  const obstacles = `${PLAN}/obstacles`
  const about = { subject: { resource: 'task', code: 'NV-08' }, title: 'Thiếu máy quét', department: 'TP-HT' }
  const raise = () => step('raiseObstacle', coordinator.post(obstacles).send(about))
  const [same, raised] = [(await raise()).body, (await raise()).body]
  const move = async (
    operationId: string,
    who: supertest.Agent,
    code: string,
    act: string,
    body?: object,
  ) => {
    const { headers } = await coordinator.get(`${obstacles}/${code}`)
    await step(operationId, who.post(`${obstacles}/${code}/${act}`).set('if-match', headers.etag!).send(body))
  }
  const reason = { reason: 'Đề nghị nêu rõ hơn' }
  await move('returnObstacle', coordinator, raised.code, 'return', reason)
  await move('acknowledgeObstacle', coordinator, raised.code, 'acknowledge')
  await step(
    'amendObstacle',
    coordinator.patch(`${obstacles}/${raised.code}`).set('if-match', '*').send({ detail: 'Còn 14 quyển' }),
  )
  await move('mergeObstacle', coordinator, same.code, 'merge', { into: raised.code })
  await move('consolidateObstacle', coordinator, raised.code, 'consolidate', { proposal: 'Cho mượn máy' })
  await move('submitObstacle', coordinator, raised.code, 'submit')
  const order = { decision: 'Đồng ý', actingDepartment: 'VP-TK', dueOn: '2026-12-15' }
  await move('decideObstacle', leader, raised.code, 'decide', order)
  await move('resolveObstacle', leader, raised.code, 'resolve', { result: 'Đã mượn' })
  await move('reopenObstacle', leader, raised.code, 'reopen', reason)
  await move('referObstacle', leader, raised.code, 'refer', { decision: 'Kiến nghị cấp trên' })
  await step('getObstacle', coordinator.get(`${obstacles}/${raised.code}`))
  await step('listObstacles', coordinator.get(obstacles))
}
