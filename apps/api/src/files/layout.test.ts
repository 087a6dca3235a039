// The layout checker: opens a .docx and asserts Decree 30/2020/NĐ-CP, annex I, from its XML.
import { composeReport } from '@tien-do/domain/compose-report'
import { day } from '@tien-do/domain/day'
import { NO_CHOICE } from '@tien-do/domain/report-letterhead'
import { DEFAULT_REPORT_TEMPLATE } from '@tien-do/domain/report-template'
import { describe, expect, it } from 'vitest'
import { openDocx, type Part } from '../../test/open-docx.ts'
import { sampleSnapshot } from '../../test/sample-snapshot.ts'
import { renderFile } from './render-file.ts'

const MM = 56.6929
const snapshot = await sampleSnapshot(2026, '2026-11-14')
const compose = (
  letterhead = {},
  issued: { number: number | null; on: string | null } = { number: null, on: null },
  on = '2026-12-04',
) =>
  composeReport(
    snapshot,
    DEFAULT_REPORT_TEMPLATE,
    { sections: [], letterhead: { ...NO_CHOICE, ...letterhead }, edits: {}, charts: [], corrects: null },
    { number: issued.number, on: issued.on === null ? null : day(issued.on) },
    day(on),
  )
const render = async (document = compose()) =>
  openDocx(
    await renderFile({
      kind: 'docx',
      document,
      pictures: new Map(),
      properties: { 'tien-do.sha256': 'ab12' },
    }),
  )

const docx = await render()
const { paragraphs, sections, tables } = docx
const said = (text: string | RegExp): Part => {
  const found = paragraphs.find((each) =>
    typeof text === 'string' ? each.text === text : text.test(each.text),
  )
  if (!found) throw new Error(`the document does not say ${String(text)}`)
  return found
}

describe('the page', () => {
  it('is A4 upright with 20, 15, 20 and 30 mm of margin', () => {
    const { width, height, landscape, margin } = sections[0]!
    expect([width, height, landscape]).toEqual([11906, 16838, false])
    const millimetres = [margin.top, margin.right, margin.bottom, margin.left].map((twips) =>
      Math.round(twips / MM),
    )
    expect(millimetres).toEqual([20, 15, 20, 30])
  })
  it('is written in black Times New Roman of 14 points', () => {
    expect(docx.styles).toMatch(/w:docDefaults>.*w:ascii="Times New Roman"/)
    expect(docx.styles).toMatch(/<w:color w:val="000000"\/><w:sz w:val="28"\/>/)
    expect(docx.styles).not.toMatch(/w:ascii="(?!Times New Roman)/)
  })
  it('counts its pages in the middle of the top margin, from 1, and not on the first', () => {
    for (const section of sections) {
      expect([section.titlePage, section.pageStart]).toEqual([true, 1])
      expect(section.headers.default).toMatch(/<w:jc w:val="center"\/>.*PAGE/)
      expect(section.headers.default).toMatch(/<w:sz w:val="28"\/>/)
      expect(section.headers.first).not.toContain('PAGE')
    }
  })
})

describe('the head', () => {
  it('names the committee in two bold lines of capitals, with a short line below', () => {
    expect(said('ỦY BAN NHÂN DÂN')).toMatchObject({ bold: true, points: 12, align: 'center' })
    expect(said('PHƯỜNG CẨM THÀNH')).toMatchObject({ bold: true, points: 12, align: 'center' })
    const { indent, width } = docx.ruledAfter('PHƯỜNG CẨM THÀNH')
    const length = 3_700 - indent * 2
    expect(length / width(12)).toBeGreaterThanOrEqual(1 / 3)
    expect(length / width(12)).toBeLessThanOrEqual(1 / 2)
  })
  it('has the national name and the motto, bold, with a line as long as the motto', () => {
    expect(said('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')).toMatchObject({ bold: true, points: 12 })
    expect(said('Độc lập - Tự do - Hạnh phúc')).toMatchObject({ bold: true, points: 13, italic: false })
    const { indent, width } = docx.ruledAfter('Độc lập - Tự do - Hạnh phúc')
    expect((9_354 - 3_700 - indent * 2) / width(13)).toBeCloseTo(1, 1)
  })
  it('leaves the number and the day blank until the clerk gives them', () => {
    expect(said('Số:      /BC-UBND')).toMatchObject({
      bold: false,
      italic: false,
      points: 13,
      align: 'center',
    })
    expect(said('Cẩm Thành, ngày      tháng      năm 2026')).toMatchObject({ italic: true, points: 13 })
  })
  it.each([
    ['2026-12-04', 'Cẩm Thành, ngày 04 tháng 12 năm 2026'],
    ['2027-02-05', 'Cẩm Thành, ngày 05 tháng 02 năm 2027'],
    ['2027-06-29', 'Cẩm Thành, ngày 29 tháng 6 năm 2027'],
  ])('pads days below 10 and the months 1 and 2 only: %s', (on, line) => {
    const document = compose({}, { number: 5, on }, on)
    expect([document.placeAndDay, document.numberLine]).toEqual([line, 'Số: 05/BC-UBND'])
  })
  it('says what it is, what about, and to whom', () => {
    expect(said('BÁO CÁO')).toMatchObject({ bold: true, points: 14, align: 'center' })
    expect(said('Kết quả thực hiện Kế hoạch Hạ tầng số phường Chánh Lộ năm 2026')).toMatchObject({
      bold: true,
      align: 'center',
    })
    expect(said('Kính gửi: Ủy ban nhân dân tỉnh Quảng Ngãi.')).toMatchObject({ bold: false, points: 14 })
  })
  it('lists several addressees one to a line under the colon, with semicolons and a full stop', async () => {
    const { paragraphs: lines } = await render(
      compose({ addressees: ['UBND tỉnh', 'Sở Khoa học và Công nghệ'] }),
    )
    expect(lines.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Kính gửi:', '- UBND tỉnh;', '- Sở Khoa học và Công nghệ.']),
    )
  })
})

describe('the text', () => {
  it('has headings I, 1 and a) in their case and weight', () => {
    expect(said('II. KẾT QUẢ THỰC HIỆN')).toMatchObject({ bold: true, style: 'Heading1', keepNext: true })
    expect(said('1. Kết quả thực hiện các mục tiêu')).toMatchObject({
      bold: true,
      style: 'Heading2',
      keepNext: true,
    })
    expect(said('a) Mạng viễn thông băng rộng di động')).toMatchObject({ bold: false, style: 'Heading3' })
    const points = paragraphs.filter(({ style }) => style === 'Heading3').map(({ text }) => text.slice(0, 2))
    expect(points).toEqual(['a)', 'b)', 'c)', 'd)'])
  })
  it('is justified, indented by 1.27 cm, 6 points apart, 1.15 lines high', () => {
    const body = paragraphs.filter(({ text, inTable }) => !inTable && text.startsWith('- Tỷ lệ'))
    expect(body.length).toBeGreaterThan(10)
    for (const each of body)
      expect(each).toMatchObject({ align: 'both', firstLine: 720, after: 120, line: 276, points: 14 })
  })
  it('ends with ./. and keeps its last lines with the signature', () => {
    expect(said(/kính báo cáo\.\/\.$/)).toMatchObject({ keepNext: true, keepLines: true })
    const last = paragraphs.findIndex(({ text }) => /kính báo cáo\.\/\.$/.test(text))
    expect(paragraphs[last - 1]).toMatchObject({ keepNext: true })
    expect(docx.text).not.toContain('..')
    expect(docx.text).not.toMatch(/[{}]/)
  })
})

describe('the foot', () => {
  it('carries no empty page behind it: what ends a section has no height', () => {
    const ends = paragraphs.filter(({ text, line }) => text === '' && line === 1)
    expect(ends).toHaveLength(sections.length - 1)
  })
  it('lists the recipients: Như trên first, Lưu last', () => {
    expect(said('Nơi nhận:')).toMatchObject({ bold: true, italic: true, points: 12, align: 'left' })
    const list = paragraphs.filter(({ text, points }) => points === 11 && text.startsWith('- '))
    expect(list[0]?.text).toBe('- Như trên;')
    expect(list.at(-1)?.text).toBe('- Lưu: VT, VHXH.')
    for (const each of list.slice(0, -1)) expect(each.text).toMatch(/;$/)
  })
  it('is signed on behalf of the committee, level with the recipients, in a row that never breaks', () => {
    expect(said('TM. ỦY BAN NHÂN DÂN')).toMatchObject({
      bold: true,
      points: 14,
      align: 'center',
      inTable: true,
    })
    expect(said('CHỦ TỊCH')).toMatchObject({ bold: true })
    expect(tables.at(-3)).toMatchObject({ bordered: false, cantSplit: true })
  })
  it('may be signed by a deputy, from another office, to another superior', async () => {
    const { text } = await render(
      compose({
        signatureLines: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
        signer: 'Nguyễn Văn Ví Dụ',
        superiorLines: ['UBND PHƯỜNG CẨM THÀNH'],
        agencyLines: ['PHÒNG VĂN HÓA - XÃ HỘI'],
        symbol: 'BC-VHXH',
      }),
    )
    for (const line of [
      'KT. CHỦ TỊCH',
      'PHÓ CHỦ TỊCH',
      'Nguyễn Văn Ví Dụ',
      'UBND PHƯỜNG CẨM THÀNH',
      '/BC-VHXH',
    ])
      expect(text).toContain(line)
  })
  it('names everyone as they were called on the day of the document', async () => {
    const { text } = await render(compose({}, { number: 5, on: '2023-12-04' }, '2023-12-04'))
    for (const line of [
      'PHƯỜNG CHÁNH LỘ',
      'Kính gửi: Ủy ban nhân dân thành phố Quảng Ngãi.',
      'Lê Việt Dũng',
      'Chánh Lộ, ngày 04 tháng 12 năm 2023',
    ])
      expect(text).toContain(line)
  })
})

describe('the appendices', () => {
  it('lie on A4, each with its numeral, its title and its own pages', () => {
    expect(sections.slice(1).map(({ landscape, pageStart }) => [landscape, pageStart])).toEqual([
      [true, 1],
      [true, 1],
    ])
    for (const { width, height } of sections.slice(1)) expect([width, height]).toEqual([16838, 11906])
    expect(said('Phụ lục I')).toMatchObject({ bold: true, points: 14, align: 'center' })
    expect(said('KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU NĂM 2026')).toMatchObject({ bold: true, points: 14 })
    expect(
      said(/^\(Kèm theo Báo cáo số .*BC-UBND ngày {6}tháng {6}năm 2026 của UBND phường Cẩm Thành\)$/),
    ).toMatchObject({ italic: true })
  })
  it('are pointed to by the text', () => {
    expect(docx.text).toContain('(chi tiết tại Phụ lục I)')
    expect(docx.text).toContain('(chi tiết tại Phụ lục II)')
  })
  it('repeat the header of their tables, and break no row', () => {
    for (const table of tables.slice(-2))
      expect(table).toMatchObject({ bordered: true, headerRows: 1, cantSplit: true })
  })
})

describe('the file', () => {
  it('has the head of the journal in small print at the foot of its last part, also where there is no appendix', async () => {
    const proof = /^Mã đối chiếu nhật ký của Kế hoạch ở bản cập nhật 1 [(]SHA-256[)]: (a1){32}$/
    for (const document of [compose(), { ...compose(), appendices: [] }]) {
      const { sections: parts } = await render(document)
      expect(parts.at(-1)?.foot.text).toMatch(proof)
      expect(parts.at(-1)?.foot.points).toBe(9)
      for (const { foot } of parts.slice(0, -1)) expect(foot.text).toBe('')
    }
  })
  it('carries the hash of its snapshot in its properties', () => {
    expect(docx.custom).toContain('name="tien-do.sha256"')
    expect(docx.custom).toContain('<vt:lpwstr>ab12</vt:lpwstr>')
  })
  it('is precomposed Unicode', () => {
    expect(docx.text).toBe(docx.text.normalize('NFC'))
  })
})
