// Departments with their dated versions, what happened to them, and the areas of a plan file.

import {
  AREA_EVENTS,
  DEPARTMENT_ACTS,
  DEPARTMENT_EVENTS,
  DEPARTMENT_KINDS,
  type PlanArea,
  type PlanAreaEvent,
  type PlanArrangement,
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
  reporting: since([], list(code)),
  legalBasis: nullable(text),
})

const readAfter = object({
  code,
  name: since(null, nullable(text)),
  shortName: since(null, nullable(text)),
  symbol: since(null, nullable(text)),
  parent: since(null, nullable(code)),
  kind: since(null, nullable(oneOf(DEPARTMENT_KINDS))),
  indicators: since([], list(code)),
  tasks: since([], list(code)),
})

export const readArrangement: Read<PlanArrangement> = object({
  code,
  name: text,
  on: day,
  legalBasis: text,
  changes: list(object({ act: oneOf(DEPARTMENT_ACTS), from: list(code), to: list(readAfter) }), 1),
  appliedFrom: since(null, nullable(day)),
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
