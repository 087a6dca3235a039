import type { Day } from '@tien-do/domain/day'
import { type Plan, type PlanTask, TASK_KINDS, WARD_ROLES } from '@tien-do/domain/plan'
import { type Static, Type } from 'typebox'
import { Code, list, nullable, oneOf, PlanParams, ref, Text } from '../../http/shapes.ts'
import { DepartmentRef, departmentRef } from '../departments/index.ts'

export const Task = Type.Object(
  {
    code: Code,
    ref: Text,
    name: Text,
    nameEn: Text,
    text: Text,
    role: oneOf(WARD_ROLES),
    kind: oneOf(TASK_KINDS),
    /** Null: nobody leads it yet. `stated` is false where the ward chose, because the plan is silent. */
    lead: nullable(Type.Object({ department: ref(DepartmentRef), stated: Type.Boolean() })),
    proposedLead: nullable(ref(DepartmentRef)),
    coordinating: Type.Array(ref(DepartmentRef), { maxItems: 100 }),
    indicators: Type.Array(Code, { maxItems: 200 }),
    evidence: nullable(Text),
    subItems: Type.Array(Type.Object({ code: Code, text: Text }), { maxItems: 200 }),
  },
  { $id: 'Task', additionalProperties: false },
)

export const TaskList = list(Task, 'TaskList')
export const TaskParams = Type.Object({ ...PlanParams.properties, code: Code })

export function toWire(task: PlanTask, plan: Plan, on: Day): Static<typeof Task> {
  const refTo = (code: string) => {
    const department = plan.departments.find((each) => each.code === code)
    return department ? departmentRef(department, on) : { code, name: code, shortName: code }
  }
  return {
    ...task,
    lead: task.lead && { department: refTo(task.lead.department), stated: task.lead.stated },
    proposedLead: task.proposedLead === null ? null : refTo(task.proposedLead),
    coordinating: task.coordinating.map(refTo),
    indicators: [...task.indicators],
    subItems: task.subItems.map((item) => ({ ...item })),
  }
}
