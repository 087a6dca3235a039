// The demo's work: some tasks led and some left open, the pieces of work of two years, reports on them. Invented, as samples are.
import type { Actor } from '@tien-do/domain/permission'
import type { TaskVerdict } from '@tien-do/domain/task-year'
import type { Context } from './core/context.ts'
import type { DemoPeople } from './demo.ts'
import * as tasks from './features/tasks/index.ts'

type ContextAs = (actor: Actor, at?: Date) => Context

/** Who leads from the beginning of 2025; the others wait for the coordinator. */
const LED: readonly (readonly [task: string, lead: string, coordinating: readonly string[]])[] = [
  ['NV-03', 'VH-TT', ['VP-TK']],
  ['NV-05', 'VP-TK', []],
  ['NV-06', 'VP-TK', ['VH-TT']],
  ['NV-08', 'TP-HT', ['CA']],
  ['NV-11', 'VP-TK', ['CA']],
  ['NV-12', 'VH-TT', ['LDTBXH']],
]

interface Piece {
  readonly code: string
  readonly department: string
  readonly name: string
  readonly starts?: string
  readonly due?: string
  readonly weight?: number
  /** A product: of what, how many, and how many there are by now. */
  readonly output?: readonly [unit: string, planned: number, done?: number]
  readonly continuous?: true
  readonly reports?: readonly Report[]
}

interface Report {
  readonly at: string
  readonly text: string
  readonly next?: string
  readonly move?: 'start' | 'finish' | 'pause'
  readonly progress?: number
  readonly done?: number
}

const PIECES: Readonly<Record<string, readonly Piece[]>> = {
  '2025': [
    {
      ...{ code: 'NV-02-2025-01', department: 'VH-TT', name: 'Viết tin, bài về chuyển đổi số' },
      ...{ starts: '2025-01-15', due: '2025-11-30', output: ['tin, bài', 20] },
      reports: [{ at: '2025-11-20', text: 'Đã đăng đủ 22 tin, bài', done: 22, move: 'finish' }],
    },
    {
      ...{ code: 'NV-08-2025-01', department: 'TP-HT', name: 'Số hóa sổ đăng ký khai sinh 1990–2005' },
      ...{ starts: '2025-02-01', due: '2025-10-31', weight: 2, output: ['sổ', 40] },
      reports: [
        { at: '2025-06-16', text: 'Đã quét 18 sổ', done: 18, next: 'Nhập dữ liệu các sổ đã quét' },
        { at: '2025-11-12', text: 'Xong 40 sổ; chậm vì máy quét hỏng hai tuần', done: 40, move: 'finish' },
      ],
    },
    {
      ...{ code: 'NV-11-2025-01', department: 'VP-TK', name: 'Cài phần mềm phòng chống mã độc' },
      ...{ starts: '2025-03-01', due: '2025-06-30', output: ['máy', 34] },
      reports: [{ at: '2025-06-30', text: 'Đã cài 34/34 máy', done: 34, move: 'finish' }],
    },
  ],
  '2026': [
    {
      ...{ code: 'NV-02-2026-01', department: 'VH-TT', name: 'Viết tin, bài trên Trang thông tin điện tử' },
      ...{ starts: '2026-01-15', due: '2026-12-15', weight: 2, output: ['tin, bài', 24] },
      reports: [
        { at: '2026-06-30', text: 'Đã đăng 11 tin, bài', done: 11, next: 'Mở chuyên mục hạ tầng số' },
        { at: '2026-11-10', text: 'Đăng thêm 8 tin, bài; đã có chuyên mục riêng', done: 19 },
      ],
    },
    {
      ...{ code: 'NV-02-2026-02', department: 'VH-TT', name: 'Phát thanh chuyên mục chuyển đổi số' },
      ...{ continuous: true, output: ['lượt phát', 48, 41] },
    },
    {
      ...{
        code: 'NV-03-2026-01',
        department: 'VH-TT',
        name: 'Vận động hộ chưa có cáp quang ở các tổ còn thiếu',
      },
      ...{ starts: '2026-03-01', due: '2026-09-30', weight: 3, output: ['hộ', 300] },
      reports: [
        { at: '2026-07-02', text: 'Đã vận động 120 hộ ở 6 tổ', done: 120, next: 'Tổ 7 và tổ 11' },
        { at: '2026-10-08', text: 'Thêm 65 hộ; tổ 11 vướng cột treo cáp', done: 185 },
      ],
    },
    {
      ...{ code: 'NV-05-2026-01', department: 'VP-TK', name: 'Lập danh mục hệ thống và rà soát IPv6' },
      ...{ starts: '2026-02-01', due: '2026-05-31', output: ['hệ thống', 9] },
      reports: [
        {
          at: '2026-05-20',
          text: 'Đã lập danh mục 9 hệ thống, ghi rõ hệ thống dùng IPv6',
          done: 9,
          move: 'finish',
        },
      ],
    },
    {
      ...{ code: 'NV-05-2026-02', department: 'VP-TK', name: 'Chuyển mạng nội bộ sang IPv6' },
      ...{ starts: '2026-06-01', due: '2026-12-31' },
      reports: [
        { at: '2026-06-10', text: 'Đã khảo sát thiết bị mạng', progress: 20 },
        { at: '2026-09-15', text: 'Chờ thành phố thay thiết bị định tuyến', move: 'pause' },
      ],
    },
    {
      ...{ code: 'NV-06-2026-01', department: 'VP-TK', name: 'Theo dõi mạng truyền số liệu chuyên dùng' },
      ...{ continuous: true, output: ['lần gián đoạn đã ghi', 12, 3] },
    },
    {
      ...{ code: 'NV-08-2026-01', department: 'TP-HT', name: 'Số hóa 25 sổ hộ tịch còn lại' },
      ...{ starts: '2026-02-01', due: '2026-10-31', weight: 2, output: ['sổ', 25] },
      reports: [
        {
          at: '2026-08-18',
          text: 'Đã số hóa 14 sổ; sổ rách phải phục chế',
          done: 14,
          next: 'Phục chế 11 sổ',
        },
      ],
    },
    {
      ...{ code: 'NV-08-2026-02', department: 'TP-HT', name: 'Đối chiếu dữ liệu hộ tịch với dữ liệu dân cư' },
      starts: '2026-09-01',
    },
    {
      ...{ code: 'NV-11-2026-01', department: 'VP-TK', name: 'Gia hạn phần mềm phòng chống mã độc' },
      ...{ starts: '2026-04-01', due: '2026-12-20', output: ['máy', 36] },
      reports: [{ at: '2026-11-03', text: 'Đã gia hạn 30 máy', done: 30 }],
    },
    {
      ...{ code: 'NV-12-2026-01', department: 'VH-TT', name: 'Lớp kỹ năng số cho người dân, đợt 1' },
      ...{ starts: '2026-05-05', due: '2026-05-30', output: ['lượt người', 120] },
      reports: [{ at: '2026-05-28', text: 'Đã mở 2 lớp', done: 134, move: 'finish' }],
    },
    {
      ...{ code: 'NV-12-2026-02', department: 'VH-TT', name: 'Lớp kỹ năng số cho người dân, đợt 2' },
      ...{ starts: '2026-12-01', due: '2026-12-25', output: ['lượt người', 120] },
    },
  ],
}

/** What came of tasks: all of those led in 2025; in 2026 those of the one department that has sent its report. */
const RESULTS: readonly (readonly [year: number, task: string, TaskVerdict, string, string | null])[] = [
  [2025, 'NV-02', 'done', 'Đã đăng 22 tin, bài; phát thanh 46 lượt.', null],
  [2025, 'NV-03', 'in_progress', 'Vận động thêm 260 hộ lắp cáp quang.', 'Các hẻm sâu vướng cột treo cáp.'],
  [2025, 'NV-05', 'not_started', 'Chưa lập danh mục hệ thống.', 'Làm trong quý I năm 2026.'],
  [2025, 'NV-06', 'in_progress', 'Mạng truyền số liệu chuyên dùng hoạt động liên tục.', null],
  [2025, 'NV-12', 'done', 'Đã mở 2 lớp kỹ năng số cho 118 lượt người.', null],
  [2025, 'NV-08', 'in_progress', 'Đã số hóa 139/164 sổ hộ tịch.', 'Còn 25 sổ cũ rách, phải phục chế.'],
  [2025, 'NV-11', 'done', '34/34 máy đã có phần mềm phòng chống mã độc.', null],
  [
    2026,
    'NV-05',
    'in_progress',
    'Đã lập danh mục 9 hệ thống, ghi rõ IPv6.',
    'Mạng nội bộ chờ thiết bị của thành phố.',
  ],
  [2026, 'NV-06', 'in_progress', 'Mạng chuyên dùng gián đoạn 3 lần, đều khắc phục trong ngày.', null],
  [2026, 'NV-11', 'in_progress', 'Đã gia hạn phần mềm phòng chống mã độc cho 30/36 máy.', 'Còn 6 máy.'],
]

/** Acts as the ward did: decisions in January 2025, plans in January, reports through the year. */
export async function loadWorkSamples(
  contextAs: ContextAs,
  { coordinator, leader }: DemoPeople,
  plan: string,
): Promise<void> {
  const on = (day: string) => contextAs(coordinator, new Date(`${day}T02:00:00Z`))
  for (const [task, lead, coordinating] of LED)
    await tasks.assignTask(on('2025-01-13'), plan, task, null, { lead, coordinating: [...coordinating] })
  for (const [year, pieces] of Object.entries(PIECES))
    for (const piece of pieces) await loadPiece(on, plan, Number(year), piece)
  for (const [year, task, verdict, result, remaining] of RESULTS)
    await tasks.writeTaskResult(on(`${year}-11-20`), plan, task, year, null, { verdict, result, remaining })
  const plans = [
    [2025, 'VH-TT'],
    [2025, 'TP-HT'],
    [2026, 'VH-TT'],
  ] as const
  for (const [year, department] of plans) {
    await tasks.moveYearlyPlanBy(on(`${year}-01-20`), plan, { year, department }, 'submit', null)
    const judge = contextAs(leader, new Date(`${year}-01-27T02:00:00Z`))
    await tasks.moveYearlyPlanBy(judge, plan, { year, department }, 'accept', null)
  }
}

async function loadPiece(
  on: (day: string) => Context,
  plan: string,
  year: number,
  { code, department, name, starts, due, weight, output, continuous, reports = [] }: Piece,
): Promise<void> {
  const outputs = output ? [{ unit: output[0], planned: output[1] }] : []
  await tasks.addSubTask(on(`${year}-01-16`), plan, {
    ...{ code, task: code.slice(0, 5), year, name, department, outputs },
    ...(starts ? { startsOn: starts } : {}),
    ...(due ? { dueOn: due } : {}),
    ...(weight ? { weight } : {}),
    ...(continuous ? { continuous } : {}),
    progressFrom: output && !continuous ? 'outputs' : 'typed',
  })
  const counted = output?.[2]
  const first: readonly Report[] =
    counted === undefined ? [] : [{ at: `${year}-10-30`, text: 'Số đếm đến cuối tháng 10', done: counted }]
  for (const { at, text, next, move, progress, done } of [...reports, ...first])
    await tasks.updateSubTask(on(at), plan, code, null, {
      text,
      ...(next ? { nextStep: next } : {}),
      ...(move ? { move } : {}),
      ...(progress === undefined ? {} : { progress }),
      ...(done === undefined || !output ? {} : { outputs: [{ unit: output[0], done }] }),
    })
}
