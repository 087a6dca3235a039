// The registers that figures rest on, as files: named items of checklists, areas, denominators.

import type { CHECKLIST_STATUSES, OWNER_LEVELS } from './checklist.ts'
import type { DENOMINATOR_KINDS } from './denominator.ts'
import type { Choice } from './import-cell-kinds.ts'
import { declare, type RowOf } from './import-resource.ts'
import type { ROLES } from './permission.ts'
import type { DEPARTMENT_KINDS } from './plan.ts'

type Words<Values extends readonly string[]> = Choice & Readonly<Record<Values[number], unknown>>

const LEVEL_WORDS = {
  central: ['trung ương', 'bộ ngành'],
  province: ['tỉnh'],
  city: ['thành phố'],
  ward: ['phường', 'xã'],
} as const satisfies Words<typeof OWNER_LEVELS>

const STATUS_WORDS = {
  done: ['đã có', 'đã thực hiện', 'đạt', 'có', 'x'],
  not_done: ['chưa có', 'chưa thực hiện', 'chưa đạt', 'không', 'chưa'],
  not_applicable: ['không áp dụng'],
} as const satisfies Words<typeof CHECKLIST_STATUSES>

const KIND_WORDS = {
  households: ['số hộ', 'hộ', 'hộ gia đình'],
  population: ['dân số', 'nhân khẩu'],
  adults: ['người trưởng thành', 'người từ đủ 18 tuổi', 'từ 18 tuổi'],
  id_eligible: ['người đủ điều kiện định danh', 'đủ điều kiện cấp định danh'],
  enterprises: ['doanh nghiệp'],
} as const satisfies Words<typeof DENOMINATOR_KINDS>

export const CHECKLIST_ITEMS = declare(
  {
    list: { cell: 'code', names: ['list', 'Mã danh mục', 'Danh mục'], required: true },
    code: { cell: 'code', names: ['code', 'Mã'], required: true },
    name: { cell: 'name', names: ['name', 'Tên'] },
    level: { cell: { choice: LEVEL_WORDS }, names: ['level', 'Cấp quản lý', 'Cấp chủ quản'] },
    validFrom: { cell: 'day', names: ['validFrom', 'Có từ ngày'] },
    validTo: { cell: 'day', names: ['validTo', 'Không còn từ ngày'] },
    status: { cell: { choice: STATUS_WORDS }, names: ['status', 'Tình trạng'] },
    since: { cell: 'day', names: ['since', 'Kể từ ngày'] },
    note: { cell: 'text', names: ['note', 'Ghi chú'] },
  },
  [['list', 'code']],
)
export type ChecklistItemRow = RowOf<(typeof CHECKLIST_ITEMS)['columns']>

const DEPARTMENT_WORDS = {
  section: ['phòng, bộ phận', 'phòng', 'bộ phận'],
  committee: ['ủy ban nhân dân', 'UBND'],
  police: ['công an'],
  military: ['quân sự'],
  mass_organisation: ['mặt trận, đoàn thể', 'mặt trận', 'đoàn thể'],
  party: ['đảng', 'đảng ủy'],
  council: ['hội đồng nhân dân', 'HĐND'],
  superior: ['cấp trên'],
  enterprise: ['doanh nghiệp'],
  other: ['khác'],
} as const satisfies Words<typeof DEPARTMENT_KINDS>

const YES_NO = { yes: ['có', 'x', '1', 'true'], no: ['không', '0', 'false'] } as const satisfies Choice

export const DEPARTMENTS = declare(
  {
    code: { cell: 'code', names: ['code', 'Mã', 'Mã bộ phận'], required: true },
    name: { cell: 'name', names: ['name', 'Tên', 'Tên bộ phận', 'Bộ phận'], required: true },
    shortName: { cell: 'name', names: ['shortName', 'Tên ngắn', 'Tên gọi tắt'] },
    symbol: { cell: 'code', names: ['symbol', 'Ký hiệu', 'Ký hiệu văn bản'] },
    kind: { cell: { choice: DEPARTMENT_WORDS }, names: ['kind', 'Loại'] },
    parent: { cell: 'code', names: ['parent', 'Thuộc', 'Mã đơn vị cấp trên'] },
    reports: { cell: { choice: YES_NO }, names: ['reports', 'Báo cáo hằng năm', 'Phải báo cáo'] },
    validFrom: { cell: 'day', names: ['validFrom', 'Có từ ngày', 'Từ ngày'] },
    renamedOn: { cell: 'day', names: ['renamedOn', 'Mang tên này từ ngày'] },
    legalBasis: { cell: 'name', names: ['legalBasis', 'Căn cứ'] },
    validTo: { cell: 'day', names: ['validTo', 'Không còn từ ngày'], readOnly: true },
  },
  [['code']],
)
export type DepartmentRow = RowOf<(typeof DEPARTMENTS)['columns']>

const ROLE_WORDS = {
  viewer: ['người xem', 'xem'],
  officer: ['cán bộ chuyên môn', 'cán bộ bộ phận', 'cán bộ'],
  coordinator: ['điều phối', 'người điều phối'],
  finance: ['tài chính - kế toán', 'tài chính', 'kế toán'],
  leader: ['lãnh đạo'],
  admin: ['quản trị'],
} as const satisfies Words<typeof ROLES>

/** Who is to be invited: never a password, never a link. */
export const PEOPLE = declare(
  {
    email: { cell: 'name', names: ['email', 'Thư điện tử', 'Email'], required: true },
    name: { cell: 'name', names: ['name', 'Họ và tên', 'Họ tên', 'Tên'], required: true },
    role: { cell: { choice: ROLE_WORDS }, names: ['role', 'Vai trò', 'Vai'], required: true },
    department: { cell: 'code', names: ['department', 'Mã bộ phận', 'Bộ phận'] },
    from: { cell: 'day', names: ['from', 'Từ ngày'] },
    until: { cell: 'day', names: ['until', 'Không còn từ ngày'] },
  },
  [['email', 'role', 'department']],
)
export type PersonFileRow = RowOf<(typeof PEOPLE)['columns']>

export const AREAS = declare(
  {
    code: { cell: 'code', names: ['code', 'Mã', 'Mã tổ', 'Mã tổ dân phố'], required: true },
    name: { cell: 'name', names: ['name', 'Tên', 'Tên tổ', 'Tổ dân phố'], required: true },
    validFrom: { cell: 'day', names: ['validFrom', 'Có từ ngày', 'Từ ngày'] },
    validTo: { cell: 'day', names: ['validTo', 'Không còn từ ngày'] },
    renamedOn: { cell: 'day', names: ['renamedOn', 'Mang tên này từ ngày'] },
    legalBasis: { cell: 'text', names: ['legalBasis', 'Căn cứ'] },
  },
  [['code']],
)
export type AreaRow = RowOf<(typeof AREAS)['columns']>

export const DENOMINATORS = declare(
  {
    kind: { cell: { choice: KIND_WORDS }, names: ['kind', 'Loại', 'Loại số'], required: true },
    area: {
      cell: 'code',
      names: ['area', 'Mã tổ', 'Mã tổ dân phố', 'Mã địa bàn', 'Mã TDP'],
      standIns: ['Tổ dân phố', 'Địa bàn', 'TDP'],
    },
    on: { cell: 'day', names: ['on', 'Ngày', 'Ngày đếm'], required: true },
    value: { cell: 'count', names: ['value', 'Số lượng', 'Giá trị', 'Số'], required: true },
    countedBy: { cell: 'name', names: ['countedBy', 'Người đếm', 'Đơn vị cung cấp'] },
    source: { cell: 'text', names: ['source', 'Nguồn', 'Nguồn số liệu'] },
    note: { cell: 'text', names: ['note', 'Ghi chú'] },
  },
  [['kind', 'area', 'on']],
)
export type DenominatorRow = RowOf<(typeof DENOMINATORS)['columns']>
