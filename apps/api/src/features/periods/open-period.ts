import { type Day, startOfDay } from '@tien-do/domain/day'
import { datesOfYear, type PeriodFault, periodFaults } from '@tien-do/domain/period'
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { newId } from '../../core/new-id.ts'
import { getPlan, getPlanForChange, today } from '../plans/index.ts'
import { insertPeriod } from './periods.repo.ts'
import type { NewPeriod } from './periods.schema.ts'
import { periodOfYear } from './periods.service.ts'

const POINTERS: Record<PeriodFault, string> = {
  year_outside_plan: '/year',
  cut_off_outside_year: '/dataCutOff',
  ward_before_departments: '/wardBefore',
  cut_off_after_deadline: '/dataCutOff',
}

/** Opens a year's period: the plan's rule gives its dates, the coordinator may set others, and there they stay. */
export async function openPeriod(context: Context, planCode: string, input: NewPeriod) {
  const { id: planId } = await getPlan(context, planCode)
  return context.change(
    { action: 'period.open', plan: { id: planId, code: planCode } },
    async (tx, record) => {
      const plan = await getPlanForChange(tx, planCode)
      const rule = datesOfYear(plan.plan, input.year)
      if (!rule) throw new AppError('period.no-deadline')
      const dates = {
        ...rule,
        ...(input.dataCutOff ? { dataCutOff: input.dataCutOff as Day } : {}),
        ...(input.departmentsBefore ? { departmentsDueAt: startOfDay(input.departmentsBefore as Day) } : {}),
        ...(input.wardBefore ? { wardDueAt: startOfDay(input.wardBefore as Day) } : {}),
        ...(input.reminders ? { reminders: [...input.reminders].sort((a, b) => b - a) } : {}),
      }
      refuseFaults(periodFaults(dates, plan.plan.startsOn, today(context)))
      const row = {
        id: newId<string>(),
        planId,
        year: input.year,
        state: 'open' as const,
        dataCutOff: dates.dataCutOff,
        departmentsDueAt: new Date(dates.departmentsDueAt).toISOString(),
        wardDueAt: new Date(dates.wardDueAt).toISOString(),
        reminders: [...dates.reminders],
        openedBy: context.actor.personId,
        openedAt: context.now().toISOString(),
      }
      if (!(await insertPeriod(tx, row)))
        throw new AppError('period.exists', { members: { year: input.year } })
      record({
        resource: 'period',
        id: row.id,
        code: String(input.year),
        subject: { department: null },
        before: null,
        after: row,
      })
      return { plan, row: await periodOfYear(tx, planId, input.year) }
    },
  )
}

function refuseFaults(faults: readonly PeriodFault[]): void {
  if (faults.length === 0) return
  throw new AppError('validation-failed', {
    faults: faults.map((code) => ({ pointer: POINTERS[code], in: 'body' as const, code })),
  })
}
