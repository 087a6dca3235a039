// Everything that is open of departments that change, found and moved: one function for each kind of thing.
import { yearOf } from '@tien-do/domain/day'
import { successorOf } from '@tien-do/domain/department-succession'
import { today } from '../plans/index.ts'
import { carryAssignments } from '../tasks/index.ts'
import * as rows from './carry-over.repo.ts'
import { carryReports, carryRequests } from './carry-papers.ts'
import { type Carrying, goingFrom, type Moved } from './carrying.ts'

/** Moves all of it; what nobody takes over stays, and is in the list as going to where it is. */
export async function carryOver(carrying: Carrying): Promise<Moved[]> {
  return [
    ...indicatorsThatMoved(carrying),
    ...(await carryTasks(carrying)),
    ...(await carryWork(carrying)),
    ...(await carryObstacles(carrying)),
    ...(await carryRequests(carrying)),
    ...(await carryReports(carrying)),
    ...(await carryYearlyPlans(carrying)),
    ...(await carryAllowances(carrying)),
    ...(await carryRoles(carrying)),
    ...(await carryKeys(carrying)),
  ]
}

function indicatorsThatMoved({ plan, after }: Carrying): Moved[] {
  return plan.plan.indicators.flatMap(({ code, owner: from }, index) => {
    const to = after.indicators[index]?.owner ?? null
    return from !== null && to !== null && from !== to ? [{ kind: 'indicator', from, to, what: code }] : []
  })
}

async function carryTasks({ tx, context, plan, ...carried }: Carrying): Promise<Moved[]> {
  const tasks = await carryAssignments(tx, context, plan, carried)
  return tasks.map(({ task, from, to }) => ({ kind: 'task', from, to, what: task }))
}

async function carryWork(carrying: Carrying): Promise<Moved[]> {
  const { tx, context, ended, codeOf, departments, successions } = carrying
  const moved: Moved[] = []
  const open = await rows.listOpenWork(tx, ended, yearOf(today(context)))
  for (const { id, code, departmentId, task } of open) {
    const from = codeOf.get(departmentId ?? '') ?? ''
    const to = successorOf(successions, from, { task })
    if (to !== from) await rows.moveWork(tx, id, departments.get(to)!)
    moved.push({ kind: 'work', from, to, what: code })
  }
  return moved
}

async function carryObstacles({ tx, ended, codeOf, departments, successions }: Carrying): Promise<Moved[]> {
  const moved: Moved[] = []
  for (const row of await rows.listOpenObstacles(tx, ended)) {
    const about = {
      task: row.subject === 'task' ? row.subjectCode : null,
      indicator: row.subject === 'indicator' ? row.subjectCode : null,
    }
    const raiser = codeOf.get(row.departmentId) ?? ''
    const acting = row.actingId && (codeOf.get(row.actingId) ?? null)
    const to = successorOf(successions, raiser, about)
    const actingTo = acting && successorOf(successions, acting, about)
    if (to === raiser && acting === actingTo) continue
    const actingId = actingTo ? departments.get(actingTo)! : null
    await rows.moveObstacleTo(tx, row.id, { departmentId: departments.get(to)!, actingId })
    const [from, into] = to === raiser ? [acting ?? '', actingTo ?? ''] : [raiser, to]
    moved.push({ kind: 'obstacle', from, to: into, what: row.code })
  }
  return moved
}

async function carryYearlyPlans(carrying: Carrying): Promise<Moved[]> {
  const { tx, context, ended, plan, departments } = carrying
  const year = yearOf(today(context))
  const moved: Moved[] = []
  for (const group of goingFrom(carrying, await rows.listYearlyPlansFrom(tx, ended, year))) {
    const [one] = group
    if (!one) continue
    const to = departments.get(one.to)!
    const all = await rows.listYearlyPlansFrom(tx, { planId: plan.id, ids: [to] }, year)
    const own = all.filter((each) => each.year === one.row.year)
    if (group.length === 1 && own.length === 0) await rows.moveYearlyPlanTo(tx, one.row.id, to)
    else
      await rows.dropYearlyPlans(
        tx,
        [...group.map(({ row }) => row), ...own].map(({ id }) => id),
      )
    moved.push(
      ...group.map(({ row, from, to: into }) => ({
        kind: 'yearly_plan' as const,
        from,
        to: into,
        what: String(row.year),
      })),
    )
  }
  return moved
}

async function carryAllowances(carrying: Carrying): Promise<Moved[]> {
  const { tx, context, ended, on, codeOf, departments, successions } = carrying
  const moved: Moved[] = []
  const now = context.now().toISOString()
  for (const { allowance, year } of await rows.listAllowances(tx, ended, on, now)) {
    const from = codeOf.get(allowance.departmentId) ?? ''
    const to = successorOf(successions, from)
    if (to !== from) await rows.copyAllowance(tx, allowance, departments.get(to)!)
    moved.push({ kind: 'allowance', from, to, what: String(year) })
  }
  return moved
}

/** From today on: whoever acted for the old department until now did so by right. */
async function carryRoles({
  tx,
  context,
  ended,
  codeOf,
  departments,
  successions,
}: Carrying): Promise<Moved[]> {
  const moved: Moved[] = []
  const from = today(context)
  for (const role of await rows.listLivingRoles(tx, ended, from)) {
    const was = codeOf.get(role.departmentId ?? '') ?? ''
    const to = successorOf(successions, was)
    if (to !== was) await rows.moveRole(tx, role, departments.get(to)!, from)
    moved.push({ kind: 'role', from: was, to, what: role.personId })
  }
  return moved
}

async function carryKeys({
  tx,
  context,
  ended,
  codeOf,
  departments,
  successions,
}: Carrying): Promise<Moved[]> {
  const moved: Moved[] = []
  for (const key of await rows.listLivingKeys(tx, ended, context.now().toISOString())) {
    const codes = key.departments.map((id) => codeOf.get(id) ?? '')
    const next = codes.map((code) => successorOf(successions, code))
    const kept = new Set(next.map((code) => departments.get(code)!))
    if (next.some((code, index) => code !== codes[index])) await rows.narrowKey(tx, key.id, [...kept])
    for (const [index, from] of codes.entries())
      moved.push({ kind: 'key', from, to: next[index]!, what: key.id })
  }
  return moved
}
