import { describe, expect, test } from 'vitest'
import { PLAN, startHarness } from '../../../test/harness.ts'
import { freshDay, lastAudit, send } from './imports.fixture.ts'

const house = await startHarness()
const [coordinator, viewer] = await Promise.all([house.as('coordinator'), house.as('viewer')])
const URL = `${PLAN}/import-headings/measurements`

describe('the headings of an office’s own sheet', () => {
  const on = freshDay()
  const sheet = `Mã chỉ tiêu;Mã tổ;Ngày;Hộ có mạng;Tổng hộ;Cán bộ lập\nFB-02;TDP-01;${on};214;260;Mẫu\n`
  const unknown = ({ errors }: { errors: { code: string; value: string | null }[] }) =>
    errors.filter(({ code }) => code === 'unknown_column').map(({ value }) => value)
  const load = async () => (await send(coordinator, sheet, { query: { mode: 'validate' }, key: null })).body

  test('are explained once, and read so from then on', async () => {
    const asked = await load()
    expect(unknown(asked)).toEqual(['Hộ có mạng', 'Tổng hộ', 'Cán bộ lập'])
    const headings = [
      { heading: 'Hộ có mạng', column: 'numerator' },
      { heading: 'TỔNG HỘ', column: 'denominator' },
      { heading: 'Cán bộ lập', column: null },
    ]
    await coordinator.put(URL).send({ headings }).expect(200, { headings })
    expect(await lastAudit(house)).toMatchObject({
      action: 'rows.import',
      resource: 'import-headings',
    })
    expect(await load()).toMatchObject({
      errors: [],
      counts: { created: 1 },
      columns: { ignored: ['Cán bộ lập'] },
    })
    await coordinator
      .put(URL)
      .send({ headings: [{ heading: 'Khác', column: null }] })
      .expect(200)
    expect((await coordinator.get(URL).expect(200)).body.headings).toHaveLength(4)
    await coordinator.delete(URL).expect(204)
    expect(unknown(await load())).toHaveLength(3)
  })

  test('stand for columns that there are, and are explained by those who load', async () => {
    const headings = [{ heading: 'Hộ', column: 'toString' }]
    const { body } = await coordinator.put(URL).send({ headings }).expect(400)
    expect(JSON.stringify(body)).toContain('/headings/0/column')
    await viewer.put(URL).send({ headings: [] }).expect(403)
  })
})
