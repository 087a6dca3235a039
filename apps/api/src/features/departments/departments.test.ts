import { describe, expect, it } from 'vitest'
import { PLAN, startHarness } from '../../../test/harness.ts'

const house = await startHarness()
const viewer = await house.as('viewer')
const URL = `${PLAN}/departments`

interface Wire {
  code: string
  name: string
  versions: { name: string; validFrom: string | null; validTo: string | null }[]
}

async function named(code: string, asOf?: string): Promise<Wire> {
  const { body } = await viewer
    .get(URL)
    .query(asOf ? { asOf } : {})
    .expect(200)
  return body.items.find((each: Wire) => each.code === code)
}

/** Gives the version that begins with the reform another name: in the plan itself only the parent changed. */
async function renameAtReform(code: string, name: string): Promise<void> {
  const coordinator = await house.as('coordinator')
  const { body: file, headers } = await coordinator.get(`${PLAN}/file`).expect(200)
  const version = file.departments
    .find((each: Wire) => each.code === code)
    .versions.find((each: { validFrom: string | null }) => each.validFrom === '2025-07-01')
  version.name = name
  await coordinator
    .put(`${PLAN}/file?mode=commit`)
    .set('if-match', headers.etag ?? '')
    .send(file)
    .expect(200)
}

describe('listDepartments', () => {
  it('asks a stranger to sign in', async () => {
    await house.anyone.get(URL).expect(401)
  })
  it('calls a department what it was called on the day: the day of the reform is the first of the new name', async () => {
    await renameAtReform('VH-TT', 'Bộ phận Văn hóa - Thông tin Cẩm Thành')
    expect((await named('VH-TT', '2025-06-30')).name).toBe('Bộ phận Văn hóa - Thông tin')
    expect((await named('VH-TT', '2025-07-01')).name).toBe('Bộ phận Văn hóa - Thông tin Cẩm Thành')
    expect((await named('VH-TT', '2025-06-30')).versions).toMatchObject([
      { validTo: '2025-07-01' },
      { validFrom: '2025-07-01' },
    ])
  })
  it('calls one that was dissolved, or is not founded yet, by the name it had last or will have first', async () => {
    expect((await named('UBND-P', '2026-01-01')).name).toBe('Ủy ban nhân dân phường Chánh Lộ')
    expect((await named('UBND-CT', '2025-06-30')).name).toBe('Ủy ban nhân dân phường Cẩm Thành')
  })
  it('takes today in Việt Nam where no day is given', async () => {
    house.clock = new Date('2025-06-30T16:59:59.999Z')
    expect((await named('VH-TT')).name).toBe('Bộ phận Văn hóa - Thông tin')
    house.clock = new Date('2025-06-30T17:00:00.000Z')
    expect((await named('VH-TT')).name).toBe('Bộ phận Văn hóa - Thông tin Cẩm Thành')
  })
  it('refuses a day that does not exist', async () => {
    await viewer.get(URL).query({ asOf: '2025-06-31' }).expect(400)
  })
})
