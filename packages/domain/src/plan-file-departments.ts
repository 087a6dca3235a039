// Departments with their dated versions, what happened to them, and the areas of a plan file.

import {
  AREA_EVENTS,
  DEPARTMENT_EVENTS,
  DEPARTMENT_KINDS,
  type PlanArea,
  type PlanAreaEvent,
  type PlanDepartment,
  type PlanDepartmentEvent,
} from './plan.ts'
import {
  boolean,
  code,
  day,
  list,
  nullable,
  object,
  oneOf,
  type Read,
  since,
  text,
} from './plan-file-reader.ts'

export const readDepartment: Read<PlanDepartment> = object({
  code,
  kind: oneOf(DEPARTMENT_KINDS),
  reports: boolean,
  versions: list(
    object({
      name: text,
      shortName: text,
      symbol: nullable(text),
      parent: nullable(code),
      validFrom: nullable(day),
      validTo: nullable(day),
      legalBasis: nullable(text),
    }),
    1,
  ),
})

export const readDepartmentEvent: Read<PlanDepartmentEvent> = object({
  kind: oneOf(DEPARTMENT_EVENTS),
  on: day,
  from: list(code),
  to: list(code),
  legalBasis: nullable(text),
})

export const readArea: Read<PlanArea> = object({
  code,
  name: text,
  validFrom: nullable(day),
  validTo: nullable(day),
  formerNames: since([], list(object({ name: text, until: day }))),
})

export const readAreaEvent: Read<PlanAreaEvent> = object({
  kind: oneOf(AREA_EVENTS),
  on: day,
  from: list(code),
  to: list(code),
  legalBasis: nullable(text),
})
