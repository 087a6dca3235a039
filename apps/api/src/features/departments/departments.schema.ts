import type { Day } from '@tien-do/domain/day'
import { isInForce, versionOn } from '@tien-do/domain/department'
import { DEPARTMENT_KINDS, type PlanDepartment } from '@tien-do/domain/plan'
import { type Static, Type } from 'typebox'
import { Code, DayText, list, nullable, oneOf, Text } from '../../http/shapes.ts'

export const Department = Type.Object(
  {
    code: Code,
    kind: oneOf(DEPARTMENT_KINDS),
    reports: Type.Boolean(),
    /** Whether it is there on the day asked for. */
    inForce: Type.Boolean(),
    /** As it is called on the day asked for. */
    name: Text,
    shortName: Text,
    versions: Type.Array(
      Type.Object({
        name: Text,
        shortName: Text,
        symbol: nullable(Text),
        parent: nullable(Code),
        validFrom: nullable(DayText),
        validTo: nullable(DayText),
        legalBasis: nullable(Text),
      }),
      { maxItems: 100 },
    ),
  },
  {
    $id: 'Department',
    additionalProperties: false,
    examples: [
      {
        code: 'UBND-P',
        kind: 'committee',
        reports: false,
        inForce: true,
        name: 'Ủy ban nhân dân phường Chánh Lộ',
        shortName: 'UBND phường Chánh Lộ',
        versions: [
          {
            name: 'Ủy ban nhân dân phường Chánh Lộ',
            shortName: 'UBND phường Chánh Lộ',
            symbol: 'UBND',
            parent: 'UBND-TP',
            validFrom: null,
            validTo: '2025-07-01',
            legalBasis: null,
          },
        ],
      },
    ],
  },
)

export const DepartmentList = list(Department, 'DepartmentList')

/** How others refer to a department. */
export const DepartmentRef = Type.Object(
  { code: Code, name: Text, shortName: Text },
  {
    $id: 'DepartmentRef',
    additionalProperties: false,
    examples: [
      {
        code: 'UBND-P',
        name: 'Ủy ban nhân dân phường Chánh Lộ',
        shortName: 'UBND phường Chánh Lộ',
      },
    ],
  },
)

export function toWire(department: PlanDepartment, on: Day): Static<typeof Department> {
  const { name, shortName } = toRef(department, on)
  const { code, kind, reports, versions } = department
  const inForce = isInForce(department, on)
  return {
    code,
    kind,
    reports,
    inForce,
    name,
    shortName,
    versions: versions.map((version) => ({ ...version })),
  }
}

export function toRef(department: PlanDepartment, on: Day): Static<typeof DepartmentRef> {
  const version = versionOn(department.versions, on)
  return {
    code: department.code,
    name: version?.name ?? department.code,
    shortName: version?.shortName ?? department.code,
  }
}
