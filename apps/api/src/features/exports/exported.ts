// What an export asks of a resource: its rows, in the import's own columns, and who may read them.
import type { Columns } from '@tien-do/domain/import-columns'
import type { ImportResource } from '@tien-do/domain/import-options'
import type { ResourceDeclaration, RowOf } from '@tien-do/domain/import-resource'
import { IMPORT_DECLARATIONS } from '@tien-do/domain/import-resources'
import type { Action } from '@tien-do/domain/permission'
import type { Context } from '../../core/context.ts'
import { exportAreas } from '../areas/index.ts'
import { exportBudgetLines } from '../budget/index.ts'
import { exportChecklistItems } from '../checklists/index.ts'
import { exportDenominators } from '../denominators/index.ts'
import { exportDepartments } from '../departments/index.ts'
import { exportObstacles } from '../obstacles/index.ts'
import { exportPeople } from '../people/index.ts'
import type { PlanInForce } from '../plans/index.ts'
import { exportSubTasks, exportTaskAssignments } from '../tasks/index.ts'
import { figuresByPage } from './figures.ts'

export interface ExportedRow {
  /** Code of the department whose row it is; null where it is nobody's in particular. */
  readonly department: string | null
  readonly row: Partial<RowOf<Columns<string>>>
}
export type Pages = AsyncIterable<readonly ExportedRow[]> | Iterable<readonly ExportedRow[]>

export interface Exported {
  readonly read: Action
  readonly pages: (context: Context, plan: PlanInForce) => Pages
  /** What people call the file. */
  readonly title: string
}

export const EXPORTED: Readonly<Record<ImportResource, Exported>> = {
  measurements: { read: 'measurement.read', title: 'Số liệu', pages: figuresByPage },
  'checklist-items': {
    read: 'plan.read',
    title: 'Danh mục kiểm',
    pages: (context, plan) => inOne(() => exportChecklistItems(context.read, plan)),
  },
  departments: { read: 'plan.read', title: 'Bộ phận', pages: (_context, plan) => [exportDepartments(plan)] },
  people: {
    read: 'person.read',
    title: 'Người dùng',
    pages: (context, plan) => inOne(() => exportPeople(context.read, plan)),
  },
  areas: { read: 'plan.read', title: 'Tổ dân phố', pages: (_context, plan) => [exportAreas(plan)] },
  denominators: {
    read: 'plan.read',
    title: 'Sổ mẫu số',
    pages: (context, plan) => inOne(() => exportDenominators(context.read, plan)),
  },
  'task-assignments': {
    read: 'plan.read',
    title: 'Phân công nhiệm vụ',
    pages: (context, plan) => inOne(() => exportTaskAssignments(context.read, plan)),
  },
  'sub-tasks': {
    read: 'plan.read',
    title: 'Công việc',
    pages: (context, plan) => inOne(() => exportSubTasks(context.read, plan)),
  },
  obstacles: {
    read: 'obstacle.read',
    title: 'Vướng mắc',
    pages: (context, plan) => inOne(() => exportObstacles(context.read, plan)),
  },
  'budget-lines': {
    read: 'budget.read',
    title: 'Dự toán',
    pages: (context, plan) => inOne(() => exportBudgetLines(context.read, plan)),
  },
}

export function declarationOf(resource: ImportResource): ResourceDeclaration {
  return IMPORT_DECLARATIONS[resource]
}

/** A register is small: all of it at once. */
async function* inOne(read: () => Promise<readonly ExportedRow[]>) {
  yield await read()
}
