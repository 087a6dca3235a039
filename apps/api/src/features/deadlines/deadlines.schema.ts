import type { Day } from '@tien-do/domain/day'
import { holdsOn } from '@tien-do/domain/department'
import { DEADLINE_RULES, type Plan, type PlanDeadline } from '@tien-do/domain/plan'
import { nextOccurrence } from '@tien-do/domain/yearly-cycle'
import { type Static, Type } from 'typebox'
import { Code, DayText, list, nullable, oneOf, ref, Text, Whole } from '../../http/shapes.ts'
import { DepartmentRef, departmentRef } from '../departments/index.ts'

export const Deadline = Type.Object(
  {
    code: Code,
    name: Text,
    rule: oneOf(DEADLINE_RULES),
    text: Text,
    sender: nullable(Code),
    via: nullable(ref(DepartmentRef)),
    recipient: nullable(ref(DepartmentRef)),
    /** Null where the plan's text gives no date. `lastDay` is what people read: "đến hết 30/11". */
    next: nullable(
      Type.Object({
        year: Whole,
        before: DayText,
        lastDay: DayText,
        lastWorkingDay: DayText,
        daysLeft: Whole,
      }),
    ),
  },
  { $id: 'Deadline', additionalProperties: false },
)

export const DeadlineList = list(Deadline, 'DeadlineList')

export function toWire(deadline: PlanDeadline, plan: Plan, now: number, on: Day): Static<typeof Deadline> {
  const next = nextOccurrence(deadline, plan.holidays, now)
  const when = next?.before ?? on
  const refTo = (code: string | null | undefined) => {
    const department = plan.departments.find((each) => each.code === code)
    return department ? departmentRef(department, when) : null
  }
  const route = deadline.routes.find((each) => holdsOn(each, when))
  const { code, name, rule, text, sender, via } = deadline
  return {
    code,
    name,
    rule,
    text,
    sender,
    via: refTo(via),
    recipient: refTo(route?.recipient),
    next: next && { ...next },
  }
}
