import { describe, expect, it } from 'vitest'
import { PLAN, startHarness } from '../../../test/harness.ts'

const house = await startHarness()
const viewer = await house.as('viewer')
const URL = `${PLAN}/tasks`

describe('listTasks and getTask', () => {
  it('ask a stranger to sign in', async () => {
    await house.anyone.get(URL).expect(401)
    await house.anyone.get(`${URL}/NV-01`).expect(401)
  })
  it('show all twelve, and that the plan names the lead of one of them only', async () => {
    const { body } = await viewer.get(URL).expect(200)
    expect(body.items).toHaveLength(12)
    const led = body.items.filter((task: { lead: unknown }) => task.lead !== null)
    expect(led).toMatchObject([{ code: 'NV-02', lead: { stated: true, department: { code: 'VH-TT' } } }])
  })
  it('propose a lead without giving it the task', async () => {
    const { body } = await viewer.get(`${URL}/NV-09`).expect(200)
    expect(body).toMatchObject({ lead: null, proposedLead: { code: 'VP-TK' } })
    expect(body.subItems).toHaveLength(9)
  })
  it('do not know a task of another plan', async () => {
    expect((await viewer.get(`${URL}/NV-99`).expect(404)).body.code).toBe('task.not-found')
  })
})
