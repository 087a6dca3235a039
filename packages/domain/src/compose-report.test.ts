// Golden structure: what a full, a half-reported and an empty year make of the report; not their bytes.
import { describe, expect, it } from 'vitest'
import { composeReport, type ReportChoices } from './compose-report.ts'
import { day } from './day.ts'
import { briefOf } from './report-brief.ts'
import { checkReport } from './report-checks.ts'
import { compareYears, snapshotChanges } from './report-difference.ts'
import type { ReportBlock, ReportParagraph } from './report-document.ts'
import { plainText } from './report-figures.ts'
import { NO_CHOICE } from './report-letterhead.ts'
import { decisionOf } from './report-sentences.ts'
import type { ReportSnapshot, SnapshotIndicator } from './report-snapshot.ts'
import { DEFAULT_REPORT_TEMPLATE, type ReportTemplate } from './report-template.ts'
import { DEFAULT_THRESHOLDS } from './thresholds.ts'

const figure = (numerator: number, denominator: number, on: string, more = {}) => ({
  on: day(on),
  value: (100 * numerator) / denominator,
  numerator,
  denominator,
  estimated: false,
  coverage: null,
  ...more,
})

const fibre: SnapshotIndicator = {
  code: 'FB-02',
  name: 'Hộ gia đình có kết nối Internet cáp quang',
  group: 'FB',
  measure: 'ratio',
  direction: 'up',
  unit: '%',
  counted: 'hộ',
  owner: 'VH-TT',
  source: null,
  targets: [{ milestone: '2030', on: day('2030-12-31'), value: 80 }],
  figure: figure(3412, 4765, '2026-11-14'),
  lastYear: figure(669, 1000, '2025-11-30'),
  newest: figure(3412, 4765, '2026-11-14'),
  shownDecimals: 1,
  status: 'off_track',
  reason: 'far_behind_pace',
  reasonNumbers: {},
  provisional: false,
  override: null,
  met: false,
  milestone: { on: day('2030-12-31'), target: 80 },
  missingUnits: 400,
  pathDelta: -4.8,
  requiredPerYear: 2.1,
  areas: [],
}
const silent: SnapshotIndicator = {
  ...fibre,
  code: 'DP-05',
  name: 'Doanh nghiệp có khả năng ứng dụng IoT',
  counted: 'doanh nghiệp',
  owner: 'TC-KT',
  figure: null,
  lastYear: null,
  newest: figure(2, 10, '2024-11-30'),
  status: 'no_data',
  met: null,
}
const words: SnapshotIndicator = {
  ...fibre,
  code: 'DP-04',
  name: 'Số hóa cơ sở dữ liệu',
  measure: 'qualitative',
  figure: null,
}

const dated = (
  name: string,
  shortName: string,
  from: string | null,
  to: string | null,
  symbol: string | null = null,
) => ({
  name,
  shortName,
  symbol,
  parent: null,
  validFrom: from === null ? null : day(from),
  validTo: to === null ? null : day(to),
  legalBasis: null,
})
const REFORM = '2025-07-01'

const empty: ReportSnapshot = {
  format: 'tien-do/report-snapshot@1',
  year: 2026,
  asOf: day('2026-11-14'),
  cutOff: day('2026-11-14'),
  takenAt: '2026-11-22T02:00:00.000Z',
  auditHead: 'a1'.repeat(32),
  plan: {
    code: 'chanh-lo-hts',
    title: 'Phát triển hạ tầng số',
    shortTitle: 'Hạ tầng số',
    revision: 7,
    sample: false,
    document: {
      kind: 'Kế hoạch',
      number: null,
      issuedOn: null,
      issuer: 'CU',
      place: 'Phường Cũ',
      signatory: { title: 'CHỦ TỊCH', titleAsWritten: null, name: 'Người Ký Cũ' },
      basis: [],
      recipients: [
        { text: 'UBND thành phố', meaning: 'x', kind: 'superior', department: null },
        { text: 'Phòng VH&TT TP', meaning: 'x', kind: 'superior_sector', department: null },
        { text: 'Lưu: VT, VHXX', meaning: 'x', kind: 'file', department: null },
        { text: 'CT, các PCT', meaning: 'x', kind: 'leadership', department: null },
      ],
      corrections: [{ where: 'document/recipients', asWritten: 'VHXX', shown: 'VHXH' }],
    },
    groups: [
      { code: 'FB', title: 'Băng rộng cố định' },
      { code: 'DP', title: 'Không có chỉ tiêu' },
    ],
    departments: [
      {
        code: 'CU',
        kind: 'committee',
        reports: false,
        versions: [dated('Ủy ban nhân dân phường Cũ', 'UBND phường Cũ', null, REFORM, 'UBND')],
      },
      {
        code: 'MOI',
        kind: 'committee',
        reports: false,
        versions: [dated('Ủy ban nhân dân phường Mới', 'UBND phường Mới', REFORM, null, 'UBND')],
      },
      {
        code: 'VH-TT',
        kind: 'section',
        reports: true,
        versions: [dated('Bộ phận Văn hóa', 'Văn hóa', null, null)],
      },
      {
        code: 'TC-KT',
        kind: 'section',
        reports: true,
        versions: [dated('Bộ phận Tài chính', 'Tài chính', null, null)],
      },
      {
        code: 'TP',
        kind: 'superior',
        reports: false,
        versions: [dated('Ủy ban nhân dân thành phố', 'UBND thành phố', null, REFORM)],
      },
      {
        code: 'TINH',
        kind: 'superior',
        reports: false,
        versions: [dated('Ủy ban nhân dân tỉnh', 'UBND tỉnh', null, null)],
      },
    ],
    departmentEvents: [
      { kind: 'merged', on: day(REFORM), from: ['CU'], to: ['MOI'], reporting: [], legalBasis: null },
    ],
    wardDeadline: {
      rule: 'yearly',
      before: '12-05',
      routes: [
        { recipient: 'TP', validFrom: null, validTo: day(REFORM) },
        { recipient: 'TINH', validFrom: day(REFORM), validTo: null },
      ],
    },
  },
  thresholds: DEFAULT_THRESHOLDS,
  indicators: [],
  tasks: [],
  obstacles: [],
  money: null,
  departmentReports: [],
}
const half: ReportSnapshot = {
  ...empty,
  indicators: [fibre, silent, words],
  tasks: [
    {
      code: 'NV-01',
      name: 'Rà soát',
      kind: 'recurring',
      role: 'leads',
      lead: null,
      coordinating: ['*'],
      result: null,
      remaining: null,
      progress: null,
      outputs: [],
      done: false,
      late: false,
      daysLate: 0,
      dueOn: null,
    },
  ],
  departmentReports: [
    { department: 'VH-TT', state: 'late', receivedAt: '2026-12-01T02:00:00.000Z', narrative: {} },
    { department: 'TC-KT', state: 'missing', receivedAt: null, narrative: {} },
  ],
}
const full: ReportSnapshot = {
  ...half,
  indicators: [
    {
      ...fibre,
      status: 'achieved',
      met: true,
      figure: figure(800, 1000, '2026-11-14'),
      missingUnits: 0,
      pathDelta: 1,
    },
  ],
  tasks: [
    {
      ...half.tasks[0]!,
      lead: 'VH-TT',
      result: 'Đã rà soát 01 lần',
      remaining: 'Còn 01 văn bản chờ sửa',
      progress: 'Hoàn thành',
      outputs: [{ unit: 'tin, bài', planned: 24, done: 19 }],
      done: true,
    },
  ],
  obstacles: [
    {
      code: 'VM-2026-001',
      title: 'Thiếu cột treo cáp',
      raisedBy: 'VH-TT',
      raisedOn: day('2026-05-04'),
      state: 'beyond_authority',
      proposal: 'Đề nghị tỉnh bố trí kinh phí',
      decision: null,
      beyondAuthority: true,
      resolved: false,
    },
  ],
  money: {
    lines: [
      {
        task: 'NV-01',
        department: 'TC-KT',
        source: 'Ngân sách nhà nước',
        requestedVnd: '150000000',
        allocatedVnd: '120000000',
        spentVnd: null,
      },
    ],
  },
  departmentReports: [
    {
      department: 'VH-TT',
      state: 'on_time',
      receivedAt: '2026-11-20T02:00:00.000Z',
      narrative: { results: 'Đã tuyên truyền 12 tin bài', direction: 'Tiếp tục phủ sóng' },
    },
    { department: 'TC-KT', state: 'on_time', receivedAt: '2026-11-20T02:00:00.000Z', narrative: {} },
  ],
}

const NOTHING: ReportChoices = { sections: [], letterhead: NO_CHOICE, edits: {}, charts: [], corrects: null }
const BLANK = { number: null, on: null }
const ON = day('2026-12-04')
const compose = (snapshot: ReportSnapshot, choices: Partial<ReportChoices> = {}, on = ON) =>
  composeReport(snapshot, DEFAULT_REPORT_TEMPLATE, { ...NOTHING, ...choices }, BLANK, on)
const outline = (blocks: readonly ReportBlock[]) =>
  blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
const sentences = (snapshot: ReportSnapshot, choices: Partial<ReportChoices> = {}) => {
  const { blocks, figures } = compose(snapshot, choices)
  const paragraphs = blocks.filter((block): block is ReportParagraph => block.kind === 'paragraph')
  return new Map(paragraphs.map(({ key, text }) => [key, plainText(text, figures)]))
}

describe('the outline', () => {
  it.each([
    ['empty', empty, []],
    ['half-reported', half, ['a) Băng rộng cố định']],
    ['full', full, ['a) Băng rộng cố định']],
  ])('of a year that is %s', (_name, snapshot, points) => {
    expect(outline(compose(snapshot).blocks)).toEqual([
      'I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI THỰC HIỆN',
      'II. KẾT QUẢ THỰC HIỆN',
      '1. Kết quả thực hiện các mục tiêu',
      ...points,
      '2. Kết quả thực hiện nhiệm vụ, giải pháp',
      '3. Kinh phí thực hiện',
      'III. ĐÁNH GIÁ CHUNG',
      '1. Kết quả đạt được',
      '2. Tồn tại, hạn chế',
      '3. Nguyên nhân',
      'IV. KHÓ KHĂN, VƯỚNG MẮC',
      'V. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2027',
      'VI. ĐỀ XUẤT, KIẾN NGHỊ',
    ])
  })
  it('has the appendices that there is something to put into', () => {
    expect(compose(empty).appendices).toEqual([])
    expect(compose(half).appendices.map(({ label }) => label)).toEqual(['Phụ lục I', 'Phụ lục II'])
    expect(compose(full).appendices.map(({ label }) => label)).toEqual([
      'Phụ lục I',
      'Phụ lục II',
      'Phụ lục III',
    ])
  })
  it('gives every block a key of its own', () => {
    for (const snapshot of [empty, half, full]) {
      const keys = compose(snapshot).blocks.map(({ key }) => key)
      expect(new Set(keys).size).toBe(keys.length)
    }
  })
  it('leaves nothing unsaid and nothing unfilled', () => {
    for (const snapshot of [empty, half, full])
      for (const text of sentences(snapshot).values()) {
        expect(text).not.toMatch(/[{}]|undefined|null|NaN|\s{2}/)
        expect(text).toMatch(/[.:]$/)
        expect(text).toBe(text.normalize('NFC'))
      }
  })
})

describe('a sentence', () => {
  it('says value, counts, movement and distance', () => {
    expect(sentences(half).get('chi-tieu:FB-02')).toBe(
      '- Tỷ lệ hộ gia đình có kết nối Internet cáp quang đạt 71,6% (3.412/4.765 hộ), tăng 4,7 điểm phần trăm so với năm 2025, còn thiếu 8,4 điểm phần trăm (còn 400 hộ) so với mục tiêu 80% đến năm 2030.',
    )
  })
  it('says that a figure is missing, whose it is, and what was known last; never 0', () => {
    expect(sentences(half).get('chi-tieu:DP-05')).toBe(
      '- Tỷ lệ doanh nghiệp có khả năng ứng dụng IoT: chưa có số liệu năm 2026 (đơn vị cung cấp: Bộ phận Tài chính); số liệu gần nhất là 20% (ngày 30/11/2024).',
    )
  })
  it('keeps words for what is judged in words', () => {
    expect(sentences(half).get('chi-tieu:DP-04')).toContain('đánh giá bằng lời')
  })
  it.each([
    ['an estimate', { figure: figure(3412, 4765, '2026-11-14', { estimated: true }) }, 'ước đạt 71,6%'],
    [
      'areas that have not reported',
      { figure: figure(3412, 4765, '2026-11-14', { coverage: { reported: 12, expected: 14 } }) },
      'theo số liệu của 12/14 địa bàn đã báo cáo',
    ],
    [
      'nothing to count',
      { figure: { ...figure(1, 1, '2026-11-14'), value: null } },
      'chưa có đối tượng tính',
    ],
    [
      'more than was asked',
      { figure: figure(85, 100, '2026-11-14'), met: true },
      'vượt 05 điểm phần trăm'.replace('05', '5'),
    ],
    ['what fell', { lastYear: figure(80, 100, '2025-11-30') }, 'giảm 8,4 điểm phần trăm so với năm 2025'],
    ['what stayed', { lastYear: figure(3412, 4765, '2025-11-30') }, 'giữ nguyên so với năm 2025'],
    ['no year before', { lastYear: null }, 'hộ), còn thiếu'],
  ])('tells %s', (_name, change, expected) => {
    const snapshot = { ...half, indicators: [{ ...fibre, ...change }] }
    expect(sentences(snapshot).get('chi-tieu:FB-02')).toContain(expected)
  })
  it('names late and missing departments without blame', () => {
    expect(sentences(half).get('gui-sau-thoi-han')).toBe(
      '- Bộ phận gửi báo cáo sau thời hạn: Bộ phận Văn hóa.',
    )
    expect(sentences(half).get('chua-gui')).toBe(
      '- Đến ngày lập báo cáo chưa nhận được báo cáo của: Bộ phận Tài chính.',
    )
  })
  it('tells the obstacles of the register: how many, how many resolved, and what is said of each that is open', () => {
    const [open] = full.obstacles
    const resolved = { ...open!, code: 'VM-2026-002', state: 'resolved', resolved: true } as const
    const decided = {
      ...open!,
      code: 'VM-2026-003',
      title: 'Cột treo {x} đổ',
      state: 'in_progress',
      decision: 'Giao KT-HT dựng lại',
      beyondAuthority: false,
    } as const
    const said = sentences({ ...full, obstacles: [open!, resolved, decided] })
    expect(said.get('tong-vuong-mac')).toBe(
      'Năm 2026 theo dõi 03 khó khăn, vướng mắc, đã giải quyết 01; còn lại:',
    )
    expect(said.get('vuong-mac:VM-2026-001')).toBe(
      '- Thiếu cột treo cáp (Bộ phận Văn hóa phản ánh ngày 04/05/2026): Đề nghị tỉnh bố trí kinh phí.',
    )
    expect(said.get('vuong-mac:VM-2026-003')).toContain('Cột treo x đổ (Bộ phận Văn hóa phản ánh')
    expect(said.get('vuong-mac:VM-2026-003')).toMatch(/: Giao KT-HT dựng lại[.]$/)
    expect(said.has('vuong-mac:VM-2026-002')).toBe(false)
    expect(sentences(half).get('vuong-mac')).toContain('không có khó khăn, vướng mắc chưa được giải quyết')
  })
  it('recommends what is beyond the ward and what departments ask for, and nothing where there is nothing', () => {
    const [first, second] = full.departmentReports
    const asked = {
      ...full,
      departmentReports: [{ ...first!, narrative: { recommendations: 'Đề nghị tập huấn' } }, second!],
    }
    const said = sentences(asked)
    expect(said.get('kien-nghi:VM-2026-001')).toBe('- Thiếu cột treo cáp: Đề nghị tỉnh bố trí kinh phí.')
    expect(said.get('kien-nghi-bo-phan:VH-TT')).toBe('- Bộ phận Văn hóa: Đề nghị tập huấn.')
    expect(sentences(half).get('kien-nghi')).toBe('UBND phường Mới không có đề xuất, kiến nghị.')
  })
  it('adds up the money of all lines, and says nothing of a column that nobody filled', () => {
    const [line] = full.money!.lines
    const money = {
      lines: [
        line!,
        { ...line!, task: null, requestedVnd: '9007199254740993', allocatedVnd: null, spentVnd: null },
      ],
    }
    const { figures, appendices } = compose({ ...full, money })
    expect(sentences({ ...full, money }).get('kinh-phi')).toBe(
      'Kinh phí thực hiện Kế hoạch năm 2026: dự trù 9.007.199.404.740.993 đồng, được giao 120.000.000 đồng (chi tiết tại Phụ lục III).',
    )
    expect(figures['kinh-phi:requestedVnd']?.source).toEqual({
      resource: 'budget',
      codes: ['TC-KT'],
      on: null,
    })
    const table = appendices.at(-1)!
    expect(table.rows.map(({ cells }) => cells.slice(-3).map(({ text }) => text))).toEqual([
      ['150.000.000', '120.000.000', ''],
      ['9.007.199.254.740.993', '', ''],
      ['9.007.199.404.740.993', '120.000.000', ''],
    ])
    expect(table.rows.at(-1)?.cells[1]?.text).toBe('Tổng cộng')
    expect(sentences(half).get('kinh-phi')).toBe('Chưa có số liệu kinh phí năm 2026.')
  })
  it('tells tasks by what was reported of them, and whose the others are', () => {
    const task = full.tasks[0]!
    const silent = { ...half.tasks[0]!, code: 'NV-02', lead: 'TC-KT' }
    const said = sentences({ ...full, tasks: [task, silent, { ...silent, code: 'NV-03', lead: null }] })
    expect(said.get('nhiem-vu:NV-01')).toBe('- Rà soát: hoàn thành; Đã rà soát 01 lần.')
    expect(said.get('nhiem-vu-chua-co')).toBe(
      '02 nhiệm vụ chưa có kết quả báo cáo năm 2026 (đơn vị chủ trì: Bộ phận Tài chính 01; chưa phân công 01).',
    )
    expect(said.get('con-lai:NV-01')).toBe('- Rà soát: Còn 01 văn bản chờ sửa.')
    const [, work] = compose(full).appendices
    expect(work?.rows[0]?.cells.map(({ text }) => text)).toEqual([
      '1',
      'Rà soát',
      'Bộ phận Văn hóa',
      'Các bộ phận',
      'Đã rà soát 01 lần. Tồn tại: Còn 01 văn bản chờ sửa. Sản phẩm: 19/24 tin, bài.',
      'Hoàn thành',
      '',
    ])
  })
  it('takes the words of departments from their reports, unless they say that there is nothing', () => {
    const [first, second] = full.departmentReports
    const none = { ...first!, narrative: { ...first!.narrative, shortcomings: 'Không có.' } }
    const said = sentences({ ...full, departmentReports: [none, second!] })
    expect(said.has('han-che-bo-phan:VH-TT')).toBe(false)
    expect(said.get('ket-qua:VH-TT')).toBe('- Bộ phận Văn hóa: Đã tuyên truyền 12 tin bài.')
    expect(said.get('phuong-huong:VH-TT')).toBe('- Bộ phận Văn hóa: Tiếp tục phủ sóng.')
  })
  it('carries the source of each of its figures', () => {
    expect(compose(half).figures['FB-02:value']).toEqual({
      text: '71,6%',
      source: { resource: 'indicator', codes: ['FB-02'], on: '2026-11-14' },
    })
  })
})

describe('a correction', () => {
  const corrects = { numberLine: 'Số: 147/BC-UBND', on: day('2026-12-03') }
  it('names the report that it takes the place of', () => {
    expect(sentences(full, { corrects }).get('thay-the')).toBe(
      'Báo cáo này thay thế Báo cáo số 147/BC-UBND ngày 03/12/2026 của UBND phường Mới.',
    )
    expect(sentences(full).has('thay-the')).toBe(false)
  })
})

describe('the proof', () => {
  it('is the head of the journal that the report was made from, and nothing where there is none', () => {
    expect(compose(full).proof).toBe(
      `Mã đối chiếu nhật ký của Kế hoạch ở bản cập nhật 7 (SHA-256): ${'a1'.repeat(32)}`,
    )
    expect(compose({ ...full, auditHead: null }).proof).toBeNull()
  })
})

describe('a template of the plan’s own', () => {
  const own: ReportTemplate = {
    title: 'Báo cáo',
    abstract: 'Tình hình {planShort} năm {year}',
    opening: '{issuer} báo cáo {plan} đến ngày {asOf}:',
    closing: '{issuer} báo cáo',
    typeSymbol: 'BCTH',
    sections: [
      {
        key: 'mot',
        title: 'Tình hình năm {year}',
        part: null,
        text: 'Tổng hợp từ các bộ phận.',
        sections: [{ key: 'so-lieu', title: 'Chỉ tiêu', part: 'indicators', text: null, sections: [] }],
      },
      { key: 'hai', title: 'Năm {nextYear}', part: 'next_year', text: null, sections: [] },
    ],
    appendices: [{ kind: 'tasks', title: 'Nhiệm vụ năm {year}' }],
  }
  it('has its own sections, words, symbol and appendices', () => {
    const document = composeReport(full, own, NOTHING, BLANK, ON)
    expect(outline(document.blocks)).toEqual([
      'I. TÌNH HÌNH NĂM 2026',
      '1. Chỉ tiêu',
      'a) Băng rộng cố định',
      'II. NĂM 2027',
    ])
    expect(document).toMatchObject({
      abstract: 'Tình hình Hạ tầng số năm 2026',
      numberLine: 'Số:      /BCTH-UBND',
      closing: 'UBND phường Mới báo cáo',
    })
    expect(document.appendices.map(({ label, title }) => [label, title])).toEqual([
      ['Phụ lục', 'Nhiệm vụ năm 2026'],
    ])
    const words = document.blocks.find(({ key }) => key === 'mot:loi')
    expect(words).toMatchObject({ text: 'Tổng hợp từ các bộ phận.' })
  })
})

describe('an edited paragraph', () => {
  const edits = {
    'chi-tieu:FB-02': { text: 'Cáp quang đạt {FB-02:value}.', seen: { 'FB-02:value': '70,0%' } },
  }
  it('keeps its words, brings its figures up to date, and says which of them changed', () => {
    const block = compose(half, { edits }).blocks.find(
      ({ key }) => key === 'chi-tieu:FB-02',
    ) as ReportParagraph
    expect(block).toMatchObject({ edited: true, changedFigures: ['FB-02:value'] })
    expect(sentences(half, { edits }).get('chi-tieu:FB-02')).toBe('Cáp quang đạt 71,6%.')
  })
  it('is named among the checks until somebody looks at it', () => {
    const checks = checkReport(half, compose(half, { edits }))
    expect(checks.find(({ code }) => code === 'figures_changed')).toEqual({
      code: 'figures_changed',
      weight: 'owed',
      about: ['chi-tieu:FB-02'],
    })
  })
})

describe('the letterhead', () => {
  it('is that of the day: issuer, superior, place; a signatory of before is not carried over', () => {
    const before = compose(full, {}, day('2024-12-04'))
    expect([before.agencyLines[1], before.addressees, before.signer]).toEqual([
      'PHƯỜNG CŨ',
      ['Ủy ban nhân dân thành phố'],
      'Người Ký Cũ',
    ])
    const after = compose(full)
    expect([after.agencyLines[1], after.addressees, after.signer]).toEqual([
      'PHƯỜNG MỚI',
      ['Ủy ban nhân dân tỉnh'],
      '',
    ])
    expect(after.placeAndDay).toBe('Mới, ngày      tháng      năm 2026')
  })
  it('sends it first to who is named above, last to the files, and repeats no misprint', () => {
    expect(compose(full, {}, day('2024-12-04')).recipients).toEqual([
      'Như trên',
      'Phòng VH&TT TP',
      'CT, các PCT',
      'Lưu: VT, VHXH',
    ])
    expect(compose(full).recipients).toEqual(['Như trên', 'CT, các PCT', 'Lưu: VT, VHXH'])
  })
})

describe('the checks', () => {
  it('name what is owed before what is open', () => {
    const codes = checkReport(half, compose(half)).map(({ code, weight }) => `${weight} ${code}`)
    expect(codes).toEqual([
      'owed paragraphs_owed',
      'owed signer_missing',
      'open departments_missing',
      'open departments_late',
      'open indicators_without_figure',
      'open tasks_without_result',
      'open tasks_without_lead',
      'open plan_number_missing',
    ])
  })
})

describe('the brief', () => {
  it('is five sentences, what is red and why, and what waits for a decision', () => {
    const brief = briefOf(half)
    expect(brief.sentences).toHaveLength(5)
    expect(brief.sentences[0]).toBe('Năm 2026: 00/02 chỉ tiêu định lượng đạt mục tiêu đề ra.')
    expect(brief.red.map(({ indicator }) => indicator.code)).toEqual(['FB-02'])
    expect(briefOf(full).decisions.map(({ code }) => code)).toEqual(['VM-2026-001'])
  })
})

describe('snapshotChanges', () => {
  it('names each cell that says something else', () => {
    const later = {
      ...half,
      indicators: [{ ...fibre, figure: figure(3430, 4765, '2026-11-20') }, silent, words],
    }
    expect(snapshotChanges(half, later)).toEqual([
      {
        subject: 'indicator',
        code: 'FB-02',
        name: fibre.name,
        field: 'value',
        before: '71,6%',
        after: '72,0%',
        sentence: 'Hộ gia đình có kết nối Internet cáp quang: kết quả từ “71,6%” thành “72,0%”.',
      },
      {
        subject: 'indicator',
        code: 'FB-02',
        name: fibre.name,
        field: 'numerator',
        before: '3412',
        after: '3430',
        sentence: 'Hộ gia đình có kết nối Internet cáp quang: tử số từ “3412” thành “3430”.',
      },
    ])
    expect(snapshotChanges(half, half)).toEqual([])
  })
  it('names tasks, obstacles, departments and money in the words of the office', () => {
    const changes = snapshotChanges(half, full)
    const sentences = changes.map(({ subject, field, sentence }) => [`${subject} ${field}`, sentence])
    expect(Object.fromEntries(sentences)).toMatchObject({
      'task lead': 'Rà soát: thêm đơn vị chủ trì “Bộ phận Văn hóa”.',
      'task outputs': 'Rà soát: thêm sản phẩm “19/24 tin, bài”.',
      'obstacle state': 'Thiếu cột treo cáp: thêm tình trạng “Vượt thẩm quyền”.',
      'department state': 'Bộ phận Tài chính: tình trạng từ “Chưa gửi” thành “Đã gửi trong thời hạn”.',
      'money requested': 'Rà soát (Ngân sách nhà nước): thêm kinh phí dự trù “150.000.000 đồng”.',
    })
  })
  it('tells lines of money apart that share department, task and source', () => {
    const line = full.money!.lines[0]!
    const twice = { ...full, money: { lines: [line, { ...line, requestedVnd: '5000000' }] } }
    const more = { ...full, money: { lines: [line, { ...line, requestedVnd: '6000000' }] } }
    expect(snapshotChanges(twice, more)).toMatchObject([
      { code: 'TC-KT/NV-01#2', field: 'requested', before: '5.000.000 đồng', after: '6.000.000 đồng' },
    ])
  })
})

describe('compareYears', () => {
  const earlier = { ...half, year: 2025, indicators: [{ ...fibre, figure: figure(669, 1000, '2025-11-30') }] }
  it('says two years in one sentence, and what one of them did not know', () => {
    const [row, unknown] = compareYears(earlier, half)
    expect(row?.sentence).toBe(
      'Tỷ lệ hộ gia đình có kết nối Internet cáp quang: tăng 4,7 điểm phần trăm, từ 66,9% năm 2025 lên 71,6% năm 2026.',
    )
    expect(unknown?.sentence).toBe(
      'Tỷ lệ doanh nghiệp có khả năng ứng dụng IoT: năm 2025 chưa có số liệu, năm 2026 chưa có số liệu.',
    )
    expect(compareYears(half, earlier)[0]?.sentence).toContain(
      'giảm 4,7 điểm phần trăm, từ 71,6% năm 2026 xuống',
    )
  })
  it('says two snapshots of one year by the days on which they were taken', () => {
    const later = {
      ...half,
      takenAt: '2026-12-02T02:00:00.000Z',
      indicators: [{ ...fibre, figure: figure(3430, 4765, '2026-11-14') }],
    }
    expect(compareYears(half, later)[0]?.sentence).toBe(
      'Tỷ lệ hộ gia đình có kết nối Internet cáp quang: tăng 0,4 điểm phần trăm, từ 71,6% theo số liệu lập ngày 22/11/2026 lên 72,0% theo số liệu lập ngày 02/12/2026.',
    )
  })
})

describe('what the leader judged otherwise', () => {
  const override = { reason: 'Đã duyệt mua bản quyền', by: 'Lê Minh Tâm', computed: 'off_track' as const }
  it('is said together with what the rule says, and why', () => {
    expect(decisionOf({ status: 'on_track', override })).toBe(
      'Lãnh đạo đánh giá: đúng tiến độ (theo cách tính: chậm tiến độ; lý do: Đã duyệt mua bản quyền)',
    )
    expect(decisionOf(fibre)).toBeNull()
  })
  it('stays before the eyes of whoever signs, though it is shown as on track', () => {
    const decided = { ...fibre, status: 'on_track' as const, override }
    const { red } = briefOf({ ...half, indicators: [decided] })
    expect(red.map(({ sentence }) => sentence)).toEqual([
      expect.stringContaining('theo cách tính: chậm tiến độ'),
    ])
  })
})
