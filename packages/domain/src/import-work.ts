// The ward's work as files: who leads a task, its pieces of work, obstacles, the lines of a year's money.

import type { BUDGET_LINE_KINDS, BUDGET_STATES } from './budget.ts'
import type { Choice } from './import-cell-kinds.ts'
import { declare, type RowOf } from './import-resource.ts'
import type { OBSTACLE_KINDS, OBSTACLE_STATES, OBSTACLE_SUBJECTS } from './obstacle.ts'
import type { PROGRESS_SOURCES } from './sub-task.ts'
import type { TASK_STATES } from './task-state.ts'

type Words<Values extends readonly string[]> = Choice & Readonly<Record<Values[number], unknown>>

const YES_NO_WORDS = { yes: ['có', 'x', '1', 'true'], no: ['không', '0', 'false'] } as const satisfies Choice

const PROGRESS_WORDS = {
  typed: ['tự báo', 'tự đánh giá'],
  outputs: ['sản phẩm'],
} as const satisfies Words<typeof PROGRESS_SOURCES>

const TASK_STATE_WORDS = {
  not_started: ['chưa bắt đầu'],
  in_progress: ['đang làm'],
  done: ['xong'],
  paused: ['tạm dừng'],
  cancelled: ['đã bỏ'],
  continuous: ['thường xuyên'],
} as const satisfies Words<typeof TASK_STATES>

const OBSTACLE_KIND_WORDS = {
  difficulty: ['khó khăn, vướng mắc', 'khó khăn', 'vướng mắc'],
  cable_finding: ['giám sát cáp', 'kết quả giám sát cáp'],
} as const satisfies Words<typeof OBSTACLE_KINDS>

const SUBJECT_WORDS = {
  plan: ['cả kế hoạch', 'kế hoạch'],
  task: ['nhiệm vụ'],
  indicator: ['chỉ tiêu'],
  area: ['tổ dân phố', 'địa bàn'],
  route: ['tuyến cáp', 'tuyến'],
} as const satisfies Words<typeof OBSTACLE_SUBJECTS>

const OBSTACLE_STATE_WORDS = {
  raised: ['mới nêu'],
  returned: ['trả lại'],
  consolidated: ['đã tổng hợp'],
  submitted: ['đã trình'],
  in_progress: ['đang xử lý'],
  resolved: ['đã giải quyết'],
  beyond_authority: ['vượt thẩm quyền'],
  merged: ['đã gộp'],
} as const satisfies Words<typeof OBSTACLE_STATES>

const LINE_KIND_WORDS = {
  equipment: ['mua sắm thiết bị', 'thiết bị'],
  service: ['thuê dịch vụ', 'dịch vụ'],
  training: ['tập huấn'],
  communication: ['tuyên truyền'],
  construction: ['xây dựng, sửa chữa', 'xây dựng', 'sửa chữa'],
  other: ['khác'],
} as const satisfies Words<typeof BUDGET_LINE_KINDS>

const BUDGET_STATE_WORDS = {
  draft: ['đang lập'],
  requested: ['đã gửi'],
  returned: ['trả lại'],
  accepted: ['đã nhận'],
  consolidated: ['đã tổng hợp'],
  submitted: ['đã trình'],
  allocated: ['đã giao'],
  settled: ['đã quyết toán'],
} as const satisfies Words<typeof BUDGET_STATES>

export const TASK_ASSIGNMENTS = declare(
  {
    task: { cell: 'code', names: ['task', 'Mã nhiệm vụ'], standIns: ['Nhiệm vụ'], required: true },
    name: { cell: 'text', names: ['name', 'Tên nhiệm vụ'], readOnly: true },
    lead: { cell: 'code', names: ['lead', 'Mã bộ phận chủ trì', 'Chủ trì'] },
    coordinating: { cell: 'codes', names: ['coordinating', 'Mã bộ phận phối hợp', 'Phối hợp'] },
    from: { cell: 'day', names: ['from', 'Từ ngày'] },
    reason: { cell: 'text', names: ['reason', 'Lý do'] },
  },
  [['task']],
)
export type TaskAssignmentRow = RowOf<(typeof TASK_ASSIGNMENTS)['columns']>

export const SUB_TASKS = declare(
  {
    code: { cell: 'code', names: ['code', 'Mã', 'Mã công việc'] },
    task: { cell: 'code', names: ['task', 'Mã nhiệm vụ'], standIns: ['Nhiệm vụ'], required: true },
    year: { cell: 'year', names: ['year', 'Năm'], required: true },
    name: { cell: 'title', names: ['name', 'Nội dung', 'Tên công việc', 'Công việc'], required: true },
    department: { cell: 'code', names: ['department', 'Mã bộ phận', 'Bộ phận'] },
    startsOn: { cell: 'day', names: ['startsOn', 'Bắt đầu', 'Ngày bắt đầu'] },
    dueOn: { cell: 'day', names: ['dueOn', 'Hạn', 'Hạn hoàn thành'] },
    weight: { cell: 'number', names: ['weight', 'Trọng số'] },
    progressFrom: { cell: { choice: PROGRESS_WORDS }, names: ['progressFrom', 'Tiến độ tính theo'] },
    outputs: { cell: 'outputs', names: ['outputs', 'Sản phẩm'] },
    continuous: { cell: { choice: YES_NO_WORDS }, names: ['continuous', 'Thường xuyên'] },
    note: { cell: 'text', names: ['note', 'Ghi chú'] },
    state: { cell: { choice: TASK_STATE_WORDS }, names: ['state', 'Trạng thái'], readOnly: true },
    progress: { cell: 'number', names: ['progress', 'Tiến độ'], readOnly: true },
    doneOn: { cell: 'day', names: ['doneOn', 'Ngày hoàn thành'], readOnly: true },
  },
  [['code'], ['task', 'year', 'department', 'name']],
)
export type SubTaskRow = RowOf<(typeof SUB_TASKS)['columns']>

export const OBSTACLES = declare(
  {
    code: { cell: 'code', names: ['code', 'Mã', 'Số'] },
    kind: { cell: { choice: OBSTACLE_KIND_WORDS }, names: ['kind', 'Loại'] },
    department: { cell: 'code', names: ['department', 'Mã bộ phận', 'Bộ phận'], required: true },
    subject: { cell: { choice: SUBJECT_WORDS }, names: ['subject', 'Nêu về'] },
    subjectCode: { cell: 'name', names: ['subjectCode', 'Mã hoặc tên tuyến', 'Mã nêu về'] },
    title: { cell: 'name', names: ['title', 'Vướng mắc', 'Tiêu đề'], required: true },
    detail: { cell: 'text', names: ['detail', 'Nội dung'] },
    place: { cell: 'name', names: ['place', 'Địa điểm'] },
    enterprise: { cell: 'name', names: ['enterprise', 'Doanh nghiệp'] },
    workOrdered: { cell: 'text', names: ['workOrdered', 'Việc yêu cầu'] },
    raisedOn: { cell: 'day', names: ['raisedOn', 'Ngày nêu'], readOnly: true },
    state: { cell: { choice: OBSTACLE_STATE_WORDS }, names: ['state', 'Trạng thái'], readOnly: true },
    proposal: { cell: 'text', names: ['proposal', 'Đề xuất'], readOnly: true },
    decision: { cell: 'text', names: ['decision', 'Ý kiến chỉ đạo'], readOnly: true },
    acting: { cell: 'code', names: ['acting', 'Bộ phận xử lý'], readOnly: true },
    dueOn: { cell: 'day', names: ['dueOn', 'Hạn xử lý'], readOnly: true },
    result: { cell: 'text', names: ['result', 'Kết quả'], readOnly: true },
  },
  [['code'], ['department', 'subject', 'subjectCode', 'title']],
)
export type ObstacleFileRow = RowOf<(typeof OBSTACLES)['columns']>

export const BUDGET_LINES = declare(
  {
    year: { cell: 'year', names: ['year', 'Năm'], required: true },
    department: { cell: 'code', names: ['department', 'Mã bộ phận', 'Bộ phận'], required: true },
    line: { cell: 'count', names: ['line', 'Dòng'] },
    name: { cell: 'title', names: ['name', 'Nội dung'], required: true },
    kind: { cell: { choice: LINE_KIND_WORDS }, names: ['kind', 'Loại chi'], required: true },
    task: { cell: 'code', names: ['task', 'Mã nhiệm vụ'], standIns: ['Nhiệm vụ'] },
    subTask: { cell: 'code', names: ['subTask', 'Mã công việc'], standIns: ['Công việc'] },
    source: { cell: 'code', names: ['source', 'Mã nguồn', 'Nguồn'], required: true },
    quantity: { cell: 'quantity', names: ['quantity', 'Số lượng'], required: true },
    unit: { cell: 'name', names: ['unit', 'Đơn vị tính', 'ĐVT'], required: true },
    unitPrice: { cell: 'money', names: ['unitPrice', 'Đơn giá'], required: true },
    note: { cell: 'text', names: ['note', 'Ghi chú'] },
    requested: { cell: 'money', names: ['requested', 'Dự trù', 'Thành tiền'], readOnly: true },
    adjusted: { cell: 'money', names: ['adjusted', 'Sau thẩm tra'], readOnly: true },
    allocated: { cell: 'money', names: ['allocated', 'Được giao'], readOnly: true },
    spent: { cell: 'money', names: ['spent', 'Đã chi'], readOnly: true },
    state: { cell: { choice: BUDGET_STATE_WORDS }, names: ['state', 'Trạng thái'], readOnly: true },
  },
  [
    ['line', 'year', 'department'],
    ['year', 'department', 'task', 'name'],
  ],
)
export type BudgetLineRow = RowOf<(typeof BUDGET_LINES)['columns']>
