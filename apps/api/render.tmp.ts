import { writeFile } from 'node:fs/promises'
import { crc32, deflateSync } from 'node:zlib'
import { composeReport } from '@tien-do/domain/compose-report'
import { day } from '@tien-do/domain/day'
import { NO_CHOICE } from '@tien-do/domain/report-letterhead'
import { DEFAULT_REPORT_TEMPLATE } from '@tien-do/domain/report-template'
import { writeDocx } from './src/files/write-docx.ts'
import { sampleSnapshot } from './test/sample-snapshot.ts'

function png(w: number, h: number) {
  const raw = Buffer.alloc((w * 3 + 1) * h, 0xff)
  for (let y = 0; y < h; y++) {
    raw[y * (w * 3 + 1)] = 0
    for (let x = 0; x < w; x++) {
      const i = y * (w * 3 + 1) + 1 + x * 3
      const v = x % 40 < 20 ? 60 : 200
      raw[i] = v
      raw[i + 1] = v
      raw[i + 2] = 220
    }
  }
  const ch = (t: string, d: Buffer) => {
    const b = Buffer.alloc(12 + d.length)
    b.writeUInt32BE(d.length, 0)
    b.write(t, 4)
    d.copy(b, 8)
    b.writeUInt32BE(crc32(b.subarray(4, 8 + d.length)), 8 + d.length)
    return b
  }
  const ih = Buffer.alloc(13)
  ih.writeUInt32BE(w, 0)
  ih.writeUInt32BE(h, 4)
  ih[8] = 8
  ih[9] = 2
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    ch('IHDR', ih),
    ch('IDAT', deflateSync(raw)),
    ch('IEND', Buffer.alloc(0)),
  ])
}
const s = await sampleSnapshot(2026, '2026-11-14')
const R = 'Đã tổ chức 12/12 nội dung, phát 48 tin bài trên hệ thống Đài truyền thanh phường.'
const tasks = s.tasks.map((t, i) => ({
  ...t,
  lead: i % 3 ? 'VH-TT' : 'TP-HT',
  coordinating: ['*'],
  result: R,
  remaining: i % 2 ? 'Còn 25 sổ cũ rách, phải phục chế' : null,
  progress: i % 2 ? 'Đang thực hiện' : 'Hoàn thành',
  outputs: i % 4 ? [] : [{ unit: 'tin, bài', planned: 24, done: 19 }],
  late: i === 5,
  daysLate: i === 5 ? 24 : 0,
}))
const full = {
  ...s,
  tasks,
  obstacles: [
    {
      code: 'VM-2026-001',
      title: 'Thiếu cột treo cáp tại tổ dân phố 5',
      raisedBy: 'VH-TT',
      raisedOn: day('2026-05-04'),
      state: 'beyond_authority' as const,
      proposal: 'Đề nghị tỉnh bố trí kinh phí',
      decision: null,
      beyondAuthority: true,
      resolved: false,
    },
    {
      code: 'VM-2026-002',
      title: 'Thiếu máy quét',
      raisedBy: 'TP-HT',
      raisedOn: day('2026-06-04'),
      state: 'resolved' as const,
      proposal: null,
      decision: 'Cho mượn',
      beyondAuthority: false,
      resolved: true,
    },
  ],
  money: {
    lines: [
      {
        task: 'NV-08',
        department: 'TP-HT',
        source: 'Ngân sách nhà nước',
        requestedVnd: '150000000',
        allocatedVnd: '120000000',
        spentVnd: '98000000',
      },
      {
        task: 'NV-02',
        department: 'VH-TT',
        source: 'Lồng ghép',
        requestedVnd: '50000000',
        allocatedVnd: null,
        spentVnd: null,
      },
    ],
  },
  departmentReports: [
    {
      department: 'VH-TT',
      state: 'on_time' as const,
      receivedAt: '2026-11-20T02:00:00.000Z',
      narrative: {
        results: 'Đã tuyên truyền 12 tin bài',
        direction: 'Tiếp tục phủ sóng 5G',
        shortcomings: 'Một số tuyến hẻm chưa kéo được cáp',
      },
    },
    { department: 'TP-HT', state: 'late' as const, receivedAt: '2026-12-01T02:00:00.000Z', narrative: {} },
    { department: 'TC-KT', state: 'missing' as const, receivedAt: null, narrative: {} },
  ],
}
const empty = {
  ...s,
  indicators: s.indicators.map((i) => ({
    ...i,
    figure: null,
    lastYear: null,
    newest: null,
    status: 'no_data' as const,
    met: null,
  })),
  tasks: s.tasks,
}
const nothing = { ...s, indicators: [], tasks: [] }
const half = {
  ...s,
  indicators: full.indicators.map((i, n) => (n % 2 ? i : { ...i, figure: null })),
  tasks: full.tasks.map((t, n) =>
    n % 2 ? t : { ...t, result: null, remaining: null, progress: null, outputs: [] },
  ),
  departmentReports: full.departmentReports,
}
const long = {
  ...full,
  tasks: Array.from({ length: 80 }, (_, i) => ({ ...tasks[i % tasks.length]!, code: `N-${i}` })),
}
const other = JSON.parse(
  JSON.stringify(full)
    .replaceAll('Cẩm Thành', 'Ngũ Hành Sơn')
    .replaceAll('Quảng Ngãi', 'Đà Nẵng')
    .replaceAll('Chánh Lộ', 'Mỹ An'),
)
const P = new Map([['FB-02', { png: png(1200, 600), width: 1200, height: 600 }]])
const make = async (
  name: string,
  snap: any,
  letter: any = {},
  charts: any[] = [],
  edits: any = {},
  issued: any = { number: null, on: null },
) => {
  const document = composeReport(
    snap,
    DEFAULT_REPORT_TEMPLATE,
    {
      sections: [],
      letterhead: { ...NO_CHOICE, signer: 'Lê Minh Tâm', ...letter },
      edits: {
        'nguyen-nhan': {
          text: 'Nguyên nhân: một số tuyến hẻm chưa kéo được cáp do vướng cột treo.',
          seen: {},
        },
        ...edits,
      },
      charts,
      corrects: null,
    },
    issued,
    day('2026-12-04'),
  )
  await writeFile(
    `/tmp/report/docx/${name}.docx`,
    await writeDocx({ kind: 'docx', document, pictures: P, properties: { 'tien-do.sha256': 'ab' } }),
  )
}
await make('full', full, {}, [], {}, { number: 5, on: day('2026-12-04') })
await make('empty', empty)
await make('nothing', nothing)
await make('half', half)
await make('chart', full, {}, [{ section: 'chi-tieu', indicator: 'FB-02' }])
await make('long', long)
await make('deputy', full, {
  signatureLines: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
  signer: 'Nguyễn Thị Bích Phượng',
  addressees: ['Ủy ban nhân dân tỉnh Quảng Ngãi', 'Sở Khoa học và Công nghệ'],
})
await make('other', other)
