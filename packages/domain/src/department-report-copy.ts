// What a department sent, as its frozen copy holds it: as much of it as is printed.

import type { Day } from './day.ts'
import type { NarrativeSection } from './department-report-steps.ts'
import type { QualitativeState } from './indicator.ts'
import type { ObstacleState } from './obstacle.ts'
import type { TaskOutput } from './sub-task.ts'
import type { TaskState } from './task-state.ts'
import type { TaskVerdict } from './task-year.ts'

export interface SentFigure {
  readonly indicator: string
  /** Null for the whole ward. */
  readonly area: string | null
  readonly on: Day
  readonly numerator: number | null
  readonly denominator: number | null
  readonly value: number | null
  readonly qualitative: QualitativeState | null
  readonly notApplicable: boolean
  readonly source: string | null
  readonly note: string | null
}

/** Amounts are whole đồng as text. */
export interface SentReport {
  readonly year: number
  readonly department: string
  readonly dataCutOff: Day
  readonly figures: readonly SentFigure[]
  readonly tasks: readonly {
    readonly task: string
    readonly state: TaskState
    readonly outputs: readonly TaskOutput[]
    readonly verdict: TaskVerdict | null
    readonly result: string | null
    readonly remaining: string | null
  }[]
  readonly obstacles: readonly {
    readonly code: string
    readonly title: string
    readonly state: ObstacleState
    readonly raisedOn: Day
    readonly proposal: string | null
    readonly decision: string | null
  }[]
  readonly request: {
    readonly year: number
    readonly noCost: boolean
    readonly requested: string
    readonly lines: readonly {
      readonly line: number
      readonly name: string
      readonly task: string | null
      readonly source: string
      readonly quantity: string
      readonly unit: string
      readonly unitPrice: string
      readonly requested: string
    }[]
  } | null
  /** What was said to be missing, and why. */
  readonly without: readonly {
    readonly code: string | null
    readonly area: string | null
    readonly reason: string
  }[]
  readonly narrative: Readonly<Partial<Record<NarrativeSection, string>>>
}

export interface SentUnder {
  readonly receipt: number
  readonly on: Day
  readonly by: string
  /** sha-256 of the copy's canonical JSON. */
  readonly hash: string
}
