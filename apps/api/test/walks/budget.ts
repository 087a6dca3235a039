import type supertest from 'supertest'
import { PLAN } from '../harness.ts'
import type { Walk } from './walker.ts'

export const walkBudget: Walk = async ({ house, step, coordinator }) => {
  const finance = await house.as('finance')
  const budget = `${PLAN}/budgets/2027`
  const mine = `${budget}/requests/TP-HT`
  const scanner = { name: 'Máy quét', kind: 'equipment', task: 'NV-08', source: 'NSNN', unit: 'cái' }
  const price = { amount: '8500000', currency: 'VND' }
  const lines = [{ ...scanner, quantity: '2', unitPrice: price }]
  const save = coordinator.put(mine).set('if-match', '"0"')
  await step('saveBudgetRequest', save.send({ noCost: false, lines }))
  const askFor = async (operationId: string, who: supertest.Agent, act: string, body?: object) =>
    step(operationId, who.post(`${mine}/${act}`).set('if-match', '*').send(body))
  await askFor('requestBudget', coordinator, 'request')
  await askFor('withdrawBudget', coordinator, 'withdraw')
  await askFor('requestBudget', coordinator, 'request')
  await askFor('returnBudget', finance, 'return', { reason: 'Chưa có báo giá' })
  await askFor('requestBudget', coordinator, 'request')
  await askFor('acceptBudget', finance, 'accept')
  const year = (operationId: string, act: string) =>
    step(operationId, finance.post(`${budget}/${act}`).set('if-match', '*'))
  const figure = (said: object) => ({ lines: [{ department: 'TP-HT', line: 1, ...said }] })
  await year('consolidateBudget', 'consolidate')
  await year('unfreezeBudget', 'unfreeze')
  await year('consolidateBudget', 'consolidate')
  await year('submitBudget', 'submit')
  const write = finance.patch(`${budget}/lines`).set('if-match', '*')
  await step('saveBudgetFigures', write.send(figure({ allocated: price })))
  await year('allocateBudget', 'allocate')
  await finance
    .patch(`${budget}/lines`)
    .set('if-match', '*')
    .send(figure({ spent: price }))
  await year('settleBudget', 'settle')
  await step('getBudgetRequest', coordinator.get(mine))
  await step('getBudgetFile', coordinator.get(`${budget}/file`))
  await step('getBudget', coordinator.get(budget))
}
