import { describe, expect, it } from 'vitest'
import { API, PLAN, startHarness } from '../../../test/harness.ts'

const house = await startHarness()
const [admin, coordinator, viewer] = await Promise.all([
  house.as('admin'),
  house.as('coordinator'),
  house.as('viewer'),
])
const URL = `${PLAN}/publication`
const all = { isPublic: true, parts: ['series', 'reports', 'deadlines'] }

describe('changePublication', () => {
  it('asks a stranger to sign in, and who only reads to leave', async () => {
    await house.anyone.put(URL).send(all).expect(401)
    await viewer.put(URL).set('if-match', '"0"').send(all).expect(403)
    await viewer.get(URL).expect(403)
  })
  it('begins with nothing: of a plan nobody decided about, nothing is public', async () => {
    const { body } = await admin.get(URL).expect(200)
    expect(body).toMatchObject({ isPublic: false, parts: [], changedAt: null, etag: '"0"' })
    expect(body.allowedActions).toEqual(['publication.change'])
  })
  it('wants to know what was seen, and refuses what rests on an older decision', async () => {
    await admin.put(URL).send(all).expect(428)
    await admin.put(URL).set('if-match', '"7"').send(all).expect(412)
  })
  it('refuses a part that there is not, and the same part twice', async () => {
    for (const parts of [['areas'], ['series', 'series']])
      await admin.put(URL).set('if-match', '"0"').send({ isPublic: true, parts }).expect(400)
  })
  it('keeps the decision with who made it and when, leaves a trail, and is a new state of the plan', async () => {
    const before = (await admin.get(PLAN)).body.revision
    const { body } = await coordinator.put(URL).set('if-match', '"0"').send(all).expect(200)
    expect(body).toMatchObject({ ...all, changedBy: 'Trần Thị Hoa', etag: '"1"' })
    expect(body.page).toBe('http://localhost:3000/cong-khai/chanh-lo-hts')
    expect((await admin.get(PLAN)).body.revision).toBe(before + 1)
    const trail = (await admin.get(`${PLAN}/audit-events?limit=1`)).body.items[0]
    expect(trail).toMatchObject({ action: 'publication.change', resource: 'publication' })
    expect(trail.before).toEqual({ isPublic: false, parts: [] })
    expect(trail.after).toEqual(all)
  })
  it('is taken back as it was made', async () => {
    const off = { isPublic: false, parts: ['series'] }
    expect((await admin.put(URL).set('if-match', '"1"').send(off).expect(200)).body).toMatchObject(off)
    await house.anyone.get(`/public/v1${PLAN.slice(API.length)}`).expect(404)
  })
})
