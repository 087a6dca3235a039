import { describe, expect, it } from 'vitest'
import { PLAN, startHarness } from '../../../test/harness.ts'

const house = await startHarness()
const viewer = await house.as('viewer')

describe('listAreas', () => {
  it('asks a stranger to sign in', async () => {
    await house.anyone.get(`${PLAN}/areas`).expect(401)
  })
  it('lists the areas of the plan in its order, and not the row that stands for the whole ward', async () => {
    const { body } = await viewer.get(`${PLAN}/areas`).expect(200)
    expect(body.items).toHaveLength(14)
    expect(body.items[0]).toEqual({
      code: 'TDP-01',
      name: 'Tổ dân phố 1',
      validFrom: null,
      validTo: null,
      formerNames: [],
    })
    expect(body.items.map((area: { code: string }) => area.code)).not.toContain('*')
  })
})
