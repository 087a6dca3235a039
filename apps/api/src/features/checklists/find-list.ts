// Which lists there are: of indicators whose units have names, and of tasks that name their parts.
import { hasChecklist, type OwnerLevel, taskHasChecklist } from '@tien-do/domain/checklist'
import type { Day } from '@tien-do/domain/day'
import { isInForce, versionOn } from '@tien-do/domain/department'
import type { DepartmentId } from '@tien-do/domain/ids'
import { AppError } from '../../core/errors.ts'
import type { PlanInForce } from '../plans/index.ts'

export interface ListOfPlan {
  readonly code: string
  readonly kind: 'indicator' | 'task'
  readonly name: string
  readonly nameEn: string
  /** What one item is: "hệ thống", "máy". */
  readonly counted: string
  /** Code of the department that answers for it; null while nobody does. */
  readonly owner: string | null
}

export function listsOf({ plan }: PlanInForce): readonly ListOfPlan[] {
  const indicators = plan.indicators.filter(hasChecklist).map(({ code, name, nameEn, counted, owner }) => ({
    code,
    kind: 'indicator' as const,
    name,
    nameEn,
    counted,
    owner,
  }))
  const tasks = plan.tasks.filter(taskHasChecklist).map(({ code, name, nameEn, lead }) => ({
    code,
    kind: 'task' as const,
    name,
    nameEn,
    counted: '',
    owner: lead?.department ?? null,
  }))
  return [...indicators, ...tasks]
}

/** Throws `checklist.not-found`. */
export function findList(plan: PlanInForce, code: string): ListOfPlan {
  const list = listsOf(plan).find((each) => each.code === code)
  if (!list) throw new AppError('checklist.not-found', { members: { list: code } })
  return list
}

export function departmentOf(plan: PlanInForce, list: ListOfPlan): DepartmentId | null {
  return list.owner === null ? null : (plan.departments.get(list.owner) ?? null)
}

export interface ProposedItem {
  readonly code: string
  readonly name: string
  readonly level: OwnerLevel | null
}

/** What the plan itself knows of a list: the parts that a task names; the departments, where departments are counted. */
export function proposalsFor({ plan }: PlanInForce, { code, kind }: ListOfPlan, on: Day): ProposedItem[] {
  if (kind === 'task') {
    const parts = plan.tasks.find((task) => task.code === code)?.subItems ?? []
    return parts.map((part) => ({ code: part.code, name: part.text, level: null }))
  }
  const indicator = plan.indicators.find((each) => each.code === code)
  if (indicator?.denominatorOf !== 'departments') return []
  return plan.departments
    .filter((each) => each.reports && isInForce(each, on))
    .map((each) => ({
      code: each.code,
      name: versionOn(each.versions, on)?.name ?? each.code,
      level: 'ward',
    }))
}
