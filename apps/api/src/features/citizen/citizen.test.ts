import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PLAN, startHarness } from '../../../test/harness.ts'
import { html } from './html.ts'

const house = await startHarness()
const [admin, coordinator, leader] = await Promise.all([
  house.as('admin'),
  house.as('coordinator'),
  house.as('leader'),
])
const PAGE = '/cong-khai/chanh-lo-hts'

async function publish(isPublic: boolean, parts = ['series', 'reports', 'deadlines']) {
  await admin.put(`${PLAN}/publication`).set('if-match', '*').send({ isPublic, parts }).expect(200)
}
async function page(path = '') {
  return house.anyone.get(PAGE + path).expect(200)
}
const figure = { indicator: 'DP-01', on: '2026-11-10', numerator: 6, denominator: 10 }

describe('html', () => {
  it('escapes whatever is put in, and what was made here stands as it is', () => {
    expect(
      html`<p title="${'"'}">${'<script>&'}${html`<b>${"'"}</b>`}${null}${false}${[1, html`<i/>`]}</p>`.text,
    ).toBe('<p title="&quot;">&lt;script&gt;&amp;<b>&#39;</b>1<i/></p>')
  })
  it('lets no mark through that could open a tag or end an attribute', () => {
    fc.assert(fc.property(fc.string(), (text) => !/[<>"']/.test(html`${text}`.text)))
  })
})

describe('the citizens’ page', () => {
  it('shows nothing of a plan that is not public, in words, and not as a fault of the reader', async () => {
    const { text, headers } = await house.anyone.get(PAGE).expect(404)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(text).toContain('chưa được công khai')
    expect((await house.anyone.get('/cong-khai').expect(200)).text).toContain('chưa có kế hoạch nào')
  })
  it('says what is reached and what is not, with the day and the source of each figure', async () => {
    await publish(true)
    const { body } = await coordinator
      .post(`${PLAN}/measurements`)
      .send({ ...figure, source: 'Sổ <theo dõi> & biên bản' })
      .expect(201)
    await leader.post(`${PLAN}/measurements/${body.id}/approve`).set('if-match', body.etag).expect(200)
    const { text } = await page()
    expect(text).toMatch(/Đạt 60% \(06\/10 [^)]+\), số liệu ngày 10\/11\/2026/)
    expect(text).toContain('Nguồn: Sổ &lt;theo dõi&gt; &amp; biên bản')
    expect(text).toContain('Duyệt ngày 22/11/2026')
    expect(text).toMatch(/\d+\/21 chỉ tiêu đã đạt mục tiêu/)
    expect(text).toContain('Đây là số liệu mẫu')
  })
  it('is the same in English, and the address of each says so', async () => {
    const { text, headers } = await page('?lang=en&fbclid=whatever')
    expect(headers['content-language']).toBe('en')
    expect(text).toContain('<html lang="en">')
    expect(text).toMatch(/\d+ of 21 targets are reached/)
    expect(text).toContain('60% (6 of 10) on 10 Nov 2026')
    expect((await page()).text).toContain(`href="${PAGE}?lang=en" hreflang="en"`)
  })
  it('needs no script, allows none, and takes its style from here', async () => {
    for (const path of ['', '/DP-01']) {
      const { text, headers } = await page(path)
      expect(text).not.toMatch(/<script|<style|\sstyle=|\son\w+=|javascript:/i)
      expect(headers['content-security-policy']).toMatch(/default-src 'none'.*style-src 'self'/)
      expect(headers['set-cookie']).toBeUndefined()
    }
    expect((await house.anyone.get('/cong-khai/trang.css').expect(200)).headers['content-type']).toContain(
      'text/css',
    )
  })
  it('shows of one indicator the chart, its table, its formula, and the constants of the plan', async () => {
    const { text } = await page('/DP-01')
    expect(text).toMatch(/<circle class="dot"[^>]*><title>10\/11\/2026: 60%<\/title>/)
    expect(text).toMatch(/<th scope="row">10\/11\/2026<\/th><td class="number">60%/)
    for (const said of ['Công thức', 'Trọng số trong nhóm', 'nhịp độ từ 95% trở lên'])
      expect(text).toContain(said)
    await publish(true, [])
    expect((await page('/DP-01')).text).not.toContain('<circle')
    await publish(true)
  })
  it('gives the chart as a picture that other sites may show', async () => {
    const { headers, body } = await page('/DP-01/bieu-do.svg')
    expect(headers['content-type']).toContain('image/svg+xml')
    expect(headers['cross-origin-resource-policy']).toBe('cross-origin')
    expect(String(body)).toMatch(/^<svg xmlns=.*<title>/)
    expect((await page()).headers['cross-origin-resource-policy']).toBe('same-origin')
  })
  it('is kept by caches, and asked for again by its ETag', async () => {
    const { etag = '', ...headers } = (await page()).headers
    expect(headers['cache-control']).toContain('public, max-age=60')
    await house.anyone.get(PAGE).set('if-none-match', etag).expect(304)
    await house.anyone.get(`${PAGE}?lang=en`).set('if-none-match', etag).expect(200)
  })
  it('knows its way back from an address that there is not', async () => {
    for (const path of [
      `${PAGE}/XX-99`,
      '/cong-khai/ben-lau',
      `${PAGE}/DP-01/nothing`,
      '/cong-khai/%3Cscript%3E',
    ]) {
      const { text } = await house.anyone.get(path).expect(404)
      expect(text).toContain('href="/cong-khai"')
      expect(text).not.toContain('<script')
    }
  })
})
