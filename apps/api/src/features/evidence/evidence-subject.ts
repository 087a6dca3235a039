// What evidence is about: whether there is such a thing in the plan, and whose it is.
import type { Day } from '@tien-do/domain/day'
import { type EvidenceSubject, WARD_REPORT } from '@tien-do/domain/evidence'
import type { DepartmentId } from '@tien-do/domain/ids'
import { leadingOn } from '@tien-do/domain/task-assignment'
import type { Reader, Tx } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import type { PlanInForce } from '../plans/index.ts'
import {
  findObstacleOwner,
  findPieceOwner,
  hasChecklistItem,
  hasIssuedReport,
  hasPeriod,
  listLeadDecisions,
} from './evidence.repo.ts'

/** The department that owns the subject on a day, null where nobody does; throws where there is no such subject. */
export async function departmentOf(
  read: Reader | Tx,
  plan: PlanInForce,
  subject: EvidenceSubject,
  on: Day,
): Promise<DepartmentId | null> {
  const owner = await ownerCodeOf(read, plan, subject, on)
  if (owner === undefined)
    throw new AppError('evidence.subject-not-found', { members: { code: subject.code } })
  return owner === null ? null : (plan.departments.get(owner) ?? null)
}

/** Undefined: there is no such thing. */
async function ownerCodeOf(
  read: Reader | Tx,
  plan: PlanInForce,
  { resource, code, year }: EvidenceSubject,
  on: Day,
): Promise<string | null | undefined> {
  const [first = '', second] = code.split('/')
  switch (resource) {
    case 'measurement': {
      if (year === null || (second !== undefined && !plan.areas.has(second))) return undefined
      return indicatorOwner(plan, first)
    }
    case 'task':
      return taskOwner(read, plan, code, on)
    case 'sub-task': {
      const piece = await findPieceOwner(read, plan.id, code)
      return piece && (piece.department ?? taskOwner(read, plan, piece.task, on))
    }
    case 'checklist-item': {
      if (!(await hasChecklistItem(read, plan.id, first, second ?? ''))) return undefined
      const owner = indicatorOwner(plan, first)
      return owner === undefined ? taskOwner(read, plan, first, on) : owner
    }
    case 'obstacle':
      return findObstacleOwner(read, plan.id, code)
    case 'report':
      return year === null ? undefined : reportOwner(read, plan, code, year)
  }
}

/** A department's report of a year; or the ward's own once it is issued: the signed copy belongs to it, and to nobody. */
async function reportOwner(
  read: Reader | Tx,
  { id, plan }: PlanInForce,
  code: string,
  year: number,
): Promise<string | null | undefined> {
  if (code === WARD_REPORT) return (await hasIssuedReport(read, id, year)) ? null : undefined
  const reports = plan.departments.some((each) => each.code === code && each.reports)
  return reports && (await hasPeriod(read, id, year)) ? code : undefined
}

function indicatorOwner({ plan }: PlanInForce, code: string): string | null | undefined {
  const indicator = plan.indicators.find((each) => each.code === code)
  return indicator?.owner
}

/** Who leads the task: by the ward's decision in force, otherwise by the plan's text. */
async function taskOwner(
  read: Reader | Tx,
  { id, plan }: PlanInForce,
  code: string,
  on: Day,
): Promise<string | null | undefined> {
  const task = plan.tasks.find((each) => each.code === code)
  if (!task) return undefined
  return leadingOn(task, await listLeadDecisions(read, id, code), on).lead?.department ?? null
}
