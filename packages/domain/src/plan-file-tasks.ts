// Tasks of a plan file, and the responsibilities its last part lays on departments.

import { type PlanResponsibility, type PlanTask, TASK_KINDS, WARD_ROLES } from './plan.ts'
import {
  boolean,
  code,
  codeOrAll,
  list,
  nullable,
  object,
  oneOf,
  type Read,
  text,
} from './plan-file-reader.ts'

export const readTask: Read<PlanTask> = object({
  code,
  ref: text,
  name: text,
  nameEn: text,
  text,
  role: oneOf(WARD_ROLES),
  kind: oneOf(TASK_KINDS),
  lead: nullable(object({ department: code, stated: boolean })),
  coordinating: list(codeOrAll),
  proposedLead: nullable(code),
  indicators: list(code),
  evidence: nullable(text),
  subItems: list(object({ code, text })),
})

export const readResponsibility: Read<PlanResponsibility> = object({
  code,
  ref: text,
  text,
  lead: list(codeOrAll),
  coordinating: nullable(text),
  tasks: list(code),
  deadlines: list(code),
})
