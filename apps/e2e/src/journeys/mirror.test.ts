// A program of the city's that follows the ward: it keeps a copy of the figures, is killed, and goes on.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { catchUp } from '@tien-do/api-client/examples/mirror'
import { expect, inject, test } from 'vitest'
import { apiOf } from '../api.ts'
import { clientWithKey, importAs, issueKey } from '../script.ts'

/** Nobody judges this indicator's figures. */
const INDICATOR = 'NET-01'

test('A copy is in step after every change, also of a program that was killed on its way', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'tien-do-mirror-'))
  const { api, plan } = await apiOf('coordinator')
  const admin = await apiOf('admin')
  const { key } = await issueKey(admin.api, plan, ['plan:read', 'measurements:read'])
  const reader = clientWithKey(inject('address'), key)
  const file = join(directory, 'figures.json')
  const isInStep = async () => {
    const [copy, stored] = [await catchUp(reader, plan, file), await catchUp(reader, plan, `${file}.anew`)]
    const sorted = ({ figures }: typeof copy) => figures.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    expect(sorted(copy)).toEqual(sorted(stored))
    await rm(`${file}.anew`)
    return copy.figures.filter(({ indicator }) => indicator === INDICATOR)
  }
  try {
    const before = await isInStep()
    const on = '2020-05-31'
    const body = { indicator: INDICATOR, on, numerator: 3, denominator: 10 }
    const recorded = await api.POST('/plans/{plan}/measurements', { params: { path: { plan } }, body })
    expect(recorded.response.status).toBe(201)
    expect(await isInStep()).toHaveLength(before.length + 1)

    // Killed between two requests, after others had written.
    const rows = [1, 2, 3].map((month) => ({
      indicator: INDICATOR,
      area: '',
      on: `2020-0${month}-28`,
      numerator: month,
      denominator: 10,
    }))
    expect((await importAs(api, plan, rows)).response.status).toBe(200)
    let requests = 0
    const dying = clientWithKey(inject('address'), 'no such key')
    dying.use({
      onRequest: () => {
        requests += 1
        throw new Error('killed')
      },
    })
    await expect(catchUp(dying, plan, file)).rejects.toThrow('killed')
    expect(requests).toBe(1)
    expect(await isInStep()).toHaveLength(before.length + 4)
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
})
