import type { Day } from '@tien-do/domain/day'
import { departmentInForce, recipientOn } from '@tien-do/domain/department'
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
  {
    $id: 'Deadline',
    additionalProperties: false,
    examples: [
      {
        code: 'TH-1',
        name: 'Các bộ phận báo cáo kết quả triển khai thực hiện',
        rule: 'yearly',
        text: 'trước ngày 01/12 hàng năm',
        sender: '*',
        via: {
          code: 'VH-TT',
          name: 'Bộ phận Văn hóa - Thông tin',
          shortName: 'Văn hóa - Thông tin',
        },
        recipient: {
          code: 'UBND-CT',
          name: 'Ủy ban nhân dân phường Cẩm Thành',
          shortName: 'UBND phường Cẩm Thành',
        },
        next: {
          year: 2026,
          before: '2026-12-01',
          lastDay: '2026-11-30',
          lastWorkingDay: '2026-11-30',
          daysLeft: 8,
        },
      },
    ],
  },
)

export const DeadlineList = list(Deadline, 'DeadlineList')

export function toWire(deadline: PlanDeadline, plan: Plan, now: number, on: Day): Static<typeof Deadline> {
  const next = nextOccurrence(deadline, plan.holidays, now)
  const when = next?.before ?? on
  const inForce = (code: string) => departmentInForce(plan, code, when)
  const refTo = (code: string | null | undefined) => {
    const department = code && plan.departments.find((each) => each.code === inForce(code))
    return department ? departmentRef(department, when) : null
  }
  const { code, name, rule, text, sender, via } = deadline
  return {
    code,
    name,
    rule,
    text,
    sender: sender && inForce(sender),
    via: refTo(via),
    recipient: refTo(recipientOn(plan, deadline, when)),
    next: next && { ...next },
  }
}
