// Sample obstacles in every state, this year's money allocated and partly spent, next year's partly asked for. Invented.
import { addDays, dayAtInstant, yearOf } from '@tien-do/domain/day'
import type { Actor } from '@tien-do/domain/permission'
import type { Context } from './core/context.ts'
import type { DemoPeople } from './demo.ts'
import * as budget from './features/budget/index.ts'
import * as obstacles from './features/obstacles/index.ts'
import { listSubTasks } from './features/tasks/index.ts'

type ContextAs = (actor: Actor, at?: Date) => Context
type Raised = Parameters<typeof obstacles.raiseObstacle>[2]
type Act = readonly [who: 'coordinator' | 'leader' | 'officer', daysAgo: number, move: Move]
type Move = ReturnType<typeof obstacles.returnObstacle>
type Line = Parameters<typeof budget.saveBudgetRequest>[5]['lines'][number]

const MS_PER_DAY = 86_400_000

/** Obstacles as the ward might have them on the demo's day. */
export async function loadObstacleSamples(
  contextAs: ContextAs,
  people: DemoPeople,
  plan: string,
): Promise<void> {
  const now = contextAs(people.coordinator).now()
  const ago = (days: number) => new Date(now.getTime() - days * MS_PER_DAY)
  const dayAgo = (days: number) => addDays(dayAtInstant(now.getTime()), -days)
  const load = async (department: string, daysAgo: number, raised: Raised, acts: readonly Act[] = []) => {
    const { code } = await obstacles.raiseObstacle(contextAs(people.coordinator, ago(daysAgo)), plan, {
      ...raised,
      department,
    })
    for (const [who, days, move] of acts) await move(contextAs(people[who], ago(days)), plan, code, null)
    return code
  }
  const proposed = (days: number, proposal: string): Act => [
    'coordinator',
    days,
    obstacles.consolidateObstacle({ proposal }),
  ]
  const submitted = (days: number): Act => ['coordinator', days, obstacles.submitObstacle]
  const decided = (
    days: number,
    decision: string,
    actingDepartment: string,
    due: number,
    work?: string,
  ): Act => [
    'leader',
    days,
    obstacles.decideObstacle({
      ...{ decision, actingDepartment, dueOn: dayAgo(due) },
      ...(work ? { workOrdered: work } : {}),
    }),
  ]

  const scanner = await load(
    'TP-HT',
    34,
    {
      subject: { resource: 'task', code: 'NV-08' },
      title: 'Thiếu máy quét để số hóa sổ hộ tịch',
      detail: 'Còn 14 quyển sổ trước năm 1999 khổ lớn, máy hiện có không quét được.',
    },
    [
      proposed(31, 'Cho bộ phận Tư pháp - Hộ tịch mượn máy quét của Văn phòng trong tháng 12.'),
      submitted(30),
      decided(27, 'Đồng ý. Văn phòng bố trí máy quét và người hướng dẫn.', 'VP-TK', 5),
    ],
  )
  await load(
    'CA',
    26,
    { subject: { resource: 'task', code: 'NV-08' }, title: 'Không có máy quét sổ hộ tịch' },
    [['coordinator', 25, obstacles.mergeObstacle(scanner, 'Cùng một việc với vướng mắc đã tổng hợp')]],
  )
  await load(
    'VH-TT',
    48,
    {
      kind: 'cable_finding',
      subject: { resource: 'route', code: 'Tuyến Lê Trung Đình' },
      title: 'Cáp thuê bao võng thấp qua đường',
      place: 'Trước số 12 Lê Trung Đình',
      enterprise: 'Doanh nghiệp viễn thông A',
    },
    [
      proposed(46, 'Yêu cầu doanh nghiệp bó gọn, nâng độ cao cáp.'),
      submitted(45),
      decided(
        43,
        'Doanh nghiệp xử lý ngay, bộ phận VH-TT kiểm tra lại.',
        'DN-VT',
        28,
        'Bó gọn 120 m cáp, nâng lên 5,5 m',
      ),
      ['coordinator', 30, obstacles.resolveObstacle('Đã bó gọn và nâng cáp, có ảnh sau khi làm.')],
    ],
  )
  await load(
    'VH-TT',
    12,
    {
      kind: 'cable_finding',
      subject: { resource: 'route', code: 'Tuyến Phan Đình Phùng' },
      title: 'Cáp trục treo chung cột điện bị đứt dây đai',
      place: 'Ngã tư Phan Đình Phùng - Nguyễn Nghiêm',
      enterprise: 'Doanh nghiệp viễn thông B',
    },
    [proposed(9, 'Yêu cầu doanh nghiệp thay dây đai, hạ ngầm cùng đợt chỉnh trang vỉa hè.'), submitted(8)],
  )
  await load(
    'VP-TK',
    61,
    {
      subject: { resource: 'task', code: 'NV-05' },
      title: 'Đường truyền số liệu chuyên dùng chưa hỗ trợ IPv6',
      detail: 'Thiết bị đầu cuối do tỉnh quản lý.',
    },
    [
      proposed(57, 'Kiến nghị Sở Khoa học và Công nghệ nâng cấp thiết bị đầu cuối.'),
      submitted(56),
      [
        'leader',
        52,
        obstacles.referObstacle(
          'Vượt thẩm quyền của phường: kiến nghị tỉnh nâng cấp thiết bị đầu cuối hỗ trợ IPv6.',
        ),
      ],
    ],
  )
  await load(
    'DC-XD',
    16,
    {
      subject: { resource: 'indicator', code: 'FB-02' },
      title: 'Hẻm 45 chưa kéo được cáp quang vì vướng cột treo',
      detail: 'Ảnh hưởng khoảng 30 hộ; doanh nghiệp chờ thỏa thuận dùng chung cột.',
    },
    [proposed(14, 'UBND phường mời doanh nghiệp và điện lực họp thống nhất dùng chung cột.'), submitted(13)],
  )
  await load('LDTBXH', 6, {
    subject: { resource: 'task', code: 'NV-12' },
    title: 'Chưa có phòng máy để tập huấn kỹ năng số cho người cao tuổi',
  })
  await load(
    'QS',
    4,
    { subject: { resource: 'task', code: 'NV-11' }, title: 'Máy trạm cũ không cài được phần mềm' },
    [
      [
        'coordinator',
        3,
        obstacles.returnObstacle('Đề nghị nêu số máy, hệ điều hành và phần mềm nào không cài được.'),
      ],
    ],
  )
  await load(
    'TC-KT',
    9,
    { subject: { resource: 'plan', code: null }, title: 'Chưa có hướng dẫn mã nguồn kinh phí lồng ghép' },
    [proposed(5, 'Tài chính hỏi Sở Tài chính, thông báo lại các bộ phận.')],
  )
}

const line = (
  name: string,
  kind: Line['kind'],
  task: string | null,
  source: string,
  quantity: string,
  unit: string,
  price: number,
): Line => ({
  ...{ name, kind, task, source, quantity, unit },
  unitPrice: { amount: String(price), currency: 'VND' },
})

/** This year allocated and partly spent; for next year two have asked, one needs nothing, one writes still. */
export async function loadBudgetSamples(
  contextAs: ContextAs,
  people: DemoPeople,
  plan: string,
): Promise<void> {
  const coordinator = contextAs(people.coordinator)
  const finance = contextAs(people.finance)
  const year = yearOf(dayAtInstant(coordinator.now().getTime()))
  const works = new Set((await listSubTasks(coordinator, plan, { year })).map(({ row: { code } }) => code))
  /** The line pays for a piece of work of this year, where the samples have it. */
  const paysFor = (each: Line, number: string): Line => {
    const code = `${each.task}-${year}-${number}`
    return works.has(code) ? { ...each, subTask: code } : each
  }
  const save = (of: number, code: string, lines: readonly Line[]) =>
    budget.saveBudgetRequest(coordinator, plan, of, code, null, {
      noCost: lines.length === 0,
      lines: [...lines],
    })
  const send = async (of: number, code: string, lines: readonly Line[]) => {
    await save(of, code, lines)
    await budget.moveBudgetRequest(coordinator, plan, of, code, null, 'request')
  }
  const training = line(
    'Tập huấn kỹ năng số cho Tổ công nghệ số cộng đồng',
    'training',
    'NV-12',
    'LG',
    '2',
    'lớp',
    12_000_000,
  )
  const scans = line('Số hóa sổ hộ tịch khổ lớn', 'service', 'NV-08', 'NSNN', '14', 'quyển', 1_850_000)
  const licence = line(
    'Phần mềm phòng chống mã độc cho máy trạm',
    'service',
    'NV-11',
    'NSNN',
    '38',
    'máy/năm',
    320_000,
  )
  await send(year, 'VH-TT', [
    paysFor(training, '02'),
    paysFor(
      line(
        'Tin, bài, phát thanh về chuyển đổi số',
        'communication',
        'NV-02',
        'NSNN',
        '48',
        'tin, bài',
        150_000,
      ),
      '01',
    ),
  ])
  await send(year, 'TP-HT', [paysFor(scans, '01')])
  await send(year, 'VP-TK', [
    paysFor(licence, '01'),
    line('Đường truyền dự phòng', 'service', 'NV-06', 'NSNN', '12', 'tháng', 1_100_000),
  ])
  await send(year, 'QS', [])
  for (const code of ['VH-TT', 'TP-HT', 'VP-TK', 'QS'])
    await budget.moveBudgetRequest(finance, plan, year, code, null, 'accept')
  await budget.moveBudgetYear(finance, plan, year, null, 'consolidate')
  await budget.moveBudgetYear(finance, plan, year, null, 'submit')
  const money = (amount: number) => ({ amount: String(amount), currency: 'VND' as const })
  const given = (department: string, number: number, amount: number) => ({
    ...{ department, line: number },
    allocated: money(amount),
  })
  await budget.saveBudgetFigures(finance, plan, year, null, {
    lines: [
      given('VH-TT', 1, 24_000_000),
      given('VH-TT', 2, 6_000_000),
      given('TP-HT', 1, 25_900_000),
      given('VP-TK', 1, 12_160_000),
      given('VP-TK', 2, 0),
    ],
  })
  await budget.moveBudgetYear(finance, plan, year, null, 'allocate')
  await budget.saveBudgetFigures(finance, plan, year, null, {
    lines: [
      { department: 'VH-TT', line: 1, spent: money(23_450_000) },
      { department: 'VP-TK', line: 1, spent: money(12_160_000) },
      { department: 'TP-HT', line: 1, spent: money(11_100_000) },
    ],
  })

  await send(year + 1, 'VH-TT', [{ ...training, quantity: '3' }])
  await send(year + 1, 'VP-TK', [
    { ...licence, quantity: '42' },
    line(
      'Tập huấn kỹ năng số cho tổ công nghệ số cộng đồng',
      'training',
      'NV-12',
      'NSNN',
      '1',
      'lớp',
      10_000_000,
    ),
  ])
  await budget.moveBudgetRequest(finance, plan, year + 1, 'VH-TT', null, 'accept')
  await send(year + 1, 'QS', [])
  await save(year + 1, 'TP-HT', [{ ...scans, quantity: '11' }])
}
