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
  {
    $id: 'Task',
    additionalProperties: false,
    examples: [
      {
        code: 'NV-09',
        ref: 'III.9',
        name: 'Sử dụng các nền tảng số dùng chung của tỉnh, thành phố',
        nameEn: 'Use the shared digital platforms of the province and the city',
        text: 'Triển khai, khai thác và sử dụng các nền tảng số dùng chung của tỉnh, thành phố.',
        role: 'leads',
        kind: 'continuous',
        lead: null,
        proposedLead: {
          code: 'VP-TK',
          name: 'Bộ phận Văn phòng - Thống kê',
          shortName: 'Văn phòng - Thống kê',
        },
        coordinating: [],
        indicators: ['DP-02a', 'DP-03'],
        evidence: 'Từng nền tảng: đã dùng hay chưa, số người dùng, từ ngày nào',
        subItems: [
          {
            code: 'NV-09.1',
            text: 'nền tảng tích hợp, chia sẻ dữ liệu cấp tỉnh (LGSP)',
          },
        ],
      },
    ],
  },
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
