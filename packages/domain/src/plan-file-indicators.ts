// Milestones, groups and indicators of a plan file.

import { DENOMINATOR_SOURCES } from './denominator.ts'
import { DIRECTIONS, MEASURES, TARGET_KINDS } from './indicator.ts'
import type { PlanGroup, PlanIndicator, PlanMilestone } from './plan.ts'
import {
  boolean,
  code,
  day,
  integer,
  list,
  nullable,
  number,
  object,
  oneOf,
  type Read,
  since,
  text,
} from './plan-file-reader.ts'

export const readMilestone: Read<PlanMilestone> = object({ code, on: day, label: text })

export const readGroup: Read<PlanGroup> = object({
  code,
  title: text,
  refs: list(object({ milestone: nullable(code), ref: text, title: text })),
})

export const readIndicator: Read<PlanIndicator> = object({
  code,
  group: code,
  ref: text,
  name: text,
  nameEn: text,
  text,
  measure: oneOf(MEASURES),
  direction: oneOf(DIRECTIONS),
  unit: text,
  counted: text,
  numerator: nullable(text),
  denominator: nullable(text),
  denominatorOf: since(null, nullable(oneOf(DENOMINATOR_SOURCES))),
  definition: nullable(object({ version: integer({ min: 1 }), text })),
  source: nullable(text),
  owner: nullable(code),
  formerOwners: since([], list(object({ owner: code, until: day }))),
  perArea: boolean,
  naturalMin: nullable(number()),
  naturalMax: nullable(number()),
  weight: number({ above: 0 }),
  decimals: integer({ min: 0, max: 6 }),
  staleAfterDays: integer({ min: 1 }),
  baseline: nullable(object({ on: day, value: number() })),
  targets: list(object({ milestone: code, value: number(), kind: oneOf(TARGET_KINDS), text })),
  successor: nullable(code),
  hiddenInTask: nullable(code),
  note: nullable(text),
})
