// A person's own calendar at an address that only they know.
import { lastDayBefore } from '@tien-do/domain/deadline'
import { versionOn } from '@tien-do/domain/department'
import { type Actor, can } from '@tien-do/domain/permission'
import { sha256 } from '../../core/canonical-json.ts'
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { gatherReports } from '../department-reports/index.ts'
import { findPersonWithGrants } from '../people/index.ts'
import { listPeriodRows } from '../periods/index.ts'
import { listPlansInForce, type PlanInForce, today } from '../plans/index.ts'
import { findCalendarOwner } from './calendar.repo.ts'
import { type CalendarEvent, icsOf } from './ics.ts'

/** Half past eight of the day itself, and of the day before. */
const ALARMS = [-930, 510]

/** The calendar of a secret address as text, or `calendar.not-found`. */
export async function readCalendar(context: Context, secret: string, publicUrl: URL): Promise<string> {
  const owner = await findCalendarOwner(context.read, sha256(secret))
  const found = owner && (await findPersonWithGrants(context.read, owner, today(context)))
  if (!found) throw new AppError('calendar.not-found')
  const actor: Actor = {
    personId: found.person.id,
    name: found.person.name,
    grants: found.grants,
    scopes: null,
  }
  const events: CalendarEvent[] = []
  // The address is its own permission: its owner is who reads.
  for (const plan of await listPlansInForce({ ...context, actor, read: context.read }))
    events.push(...(await eventsOf(context, plan, actor, publicUrl)))
  return icsOf('Tiến Độ', events)
}

async function eventsOf(
  context: Context,
  plan: PlanInForce,
  actor: Actor,
  publicUrl: URL,
): Promise<CalendarEvent[]> {
  const events: CalendarEvent[] = []
  for (const period of await listPeriodRows(context.read, plan.id)) {
    const changedAt = Date.parse(period.openedAt)
    const base = { sequence: period.version, changedAt, url: `${publicUrl.origin}/` }
    for (const each of await gatherReports(context.read, plan, period, context.now())) {
      const own = actor.grants.some(({ departments }) => departments.includes(each.departmentId))
      if (!own || each.counted.exemptBecause !== null) continue
      const on = lastDayBefore(each.counted.dueAt)
      const sent = each.counted.outcome !== null && each.counted.outcome !== 'returned'
      const department = plan.plan.departments.find(({ code }) => code === each.department)
      const name = (department && versionOn(department.versions, on)?.name) ?? each.department
      events.push({
        ...base,
        uid: `report-${period.year}-${each.department}.${plan.code}@tien-do`,
        // A sent report moves on by one, one that came back by another.
        sequence: period.version + (each.report?.version ?? 0),
        summary: `${sent ? 'Đã nộp: ' : 'Hạn nộp '}báo cáo năm ${period.year} · ${name}`,
        description: 'Nộp trước khi hết ngày này. Mở phần mềm để xem còn việc gì.',
        on,
        alarms: sent || period.state !== 'open' ? [] : ALARMS,
      })
    }
    if (
      can(actor, 'period.open', { plan: plan.code }).allowed ||
      actor.grants.some(({ role }) => role === 'leader')
    )
      events.push({
        ...base,
        uid: `ward-report-${period.year}.${plan.code}@tien-do`,
        summary: `Hạn gửi báo cáo năm ${period.year} của phường`,
        description: 'Báo cáo của phường phải được gửi trước khi hết ngày này.',
        on: lastDayBefore(period.wardDueAt),
        alarms: period.state === 'locked' ? [] : ALARMS,
      })
  }
  return events
}
