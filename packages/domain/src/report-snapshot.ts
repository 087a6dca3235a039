// One consistent reading of a plan for a year's report: everything the report is made from, and nothing else.

import type { Day } from './day.ts'
import type { NarrativeSection } from './department-report-steps.ts'
import type { Direction, Measure } from './indicator.ts'
import type { ObstacleState } from './obstacle.ts'
import type {
  DeadlineRule,
  Plan,
  PlanDepartment,
  PlanDepartmentEvent,
  PlanThresholds,
  TaskKind,
  WardRole,
} from './plan.ts'
import type { IndicatorStatus, ReasonNumbers, StatusReason } from './status.ts'
import type { TaskOutput } from './sub-task.ts'

export const SNAPSHOT_FORMAT = 'tien-do/report-snapshot@1'

export interface ReportSnapshot {
  readonly format: typeof SNAPSHOT_FORMAT
  readonly year: number
  /** The day that the figures are read on: nothing described after it is in here. */
  readonly asOf: Day
  /** The year's data cut-off by the plan's cycle, or by the period once it is open. */
  readonly cutOff: Day
  /** When it was read: RFC 3339. */
  readonly takenAt: string
  /** The head of the plan's audit chain when it was read: what was changed before is held by it. Null: nothing yet. */
  readonly auditHead: string | null
  readonly plan: SnapshotPlan
  readonly thresholds: PlanThresholds
  readonly indicators: readonly SnapshotIndicator[]
  readonly tasks: readonly SnapshotTask[]
  readonly obstacles: readonly SnapshotObstacle[]
  /** Null where no money is written down for the year. */
  readonly money: SnapshotMoney | null
  readonly departmentReports: readonly SnapshotDepartmentReport[]
}

export interface SnapshotPlan {
  readonly code: string
  readonly title: string
  readonly shortTitle: string
  readonly revision: number
  readonly sample: boolean
  readonly document: Plan['document']
  readonly groups: readonly { readonly code: string; readonly title: string }[]
  readonly departments: readonly PlanDepartment[]
  readonly departmentEvents: readonly PlanDepartmentEvent[]
  /** The deadline by which the report goes up, and its dated routes. */
  readonly wardDeadline: {
    readonly rule: DeadlineRule
    readonly before: string | null
    readonly routes: readonly {
      readonly recipient: string
      readonly validFrom: Day | null
      readonly validTo: Day | null
    }[]
  } | null
}

export interface SnapshotFigure {
  readonly on: Day
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly estimated: boolean
  readonly coverage: { readonly reported: number; readonly expected: number } | null
}

export interface SnapshotTarget {
  readonly milestone: string
  readonly on: Day
  readonly value: number
}

export interface SnapshotIndicator {
  readonly code: string
  readonly name: string
  readonly group: string
  readonly measure: Measure
  readonly direction: Direction
  readonly unit: string
  readonly counted: string
  /** Code of the department that gives the figure; null while nobody does. */
  readonly owner: string | null
  readonly source: string | null
  readonly targets: readonly SnapshotTarget[]
  /** The figure of the year; null where there is none. */
  readonly figure: SnapshotFigure | null
  /** The last figure of the year before; null where there is none. */
  readonly lastYear: SnapshotFigure | null
  /** The newest figure of any year up to `asOf`. */
  readonly newest: SnapshotFigure | null
  readonly shownDecimals: number
  readonly status: IndicatorStatus
  readonly reason: StatusReason
  readonly reasonNumbers: ReasonNumbers
  readonly provisional: boolean
  /** A person's decision instead of the computed status. */
  readonly override: {
    readonly reason: string
    readonly by: string
    /** What the rule says; absent in snapshots of before it was kept. */
    readonly computed?: IndicatorStatus
  } | null
  readonly met: boolean | null
  readonly milestone: { readonly on: Day; readonly target: number } | null
  readonly missingUnits: number | null
  readonly pathDelta: number | null
  readonly requiredPerYear: number | null
  /** What each area reported of the year's figure, by name: the rows under the figure. */
  readonly areas: readonly {
    readonly code: string
    readonly name: string
    readonly on: Day | null
    readonly numerator: number | null
    readonly denominator: number | null
    readonly value: number | null
  }[]
}

export interface SnapshotTask {
  readonly code: string
  readonly name: string
  readonly kind: TaskKind
  readonly role: WardRole
  readonly lead: string | null
  readonly coordinating: readonly string[]
  /** What became of it in the year, in the department's words; null where nothing is reported. */
  readonly result: string | null
  /** What is still left of it, in the department's words. */
  readonly remaining: string | null
  /** How far it stands, as a word of the office ("Hoàn thành", "Đang thực hiện"); null where nothing is reported. */
  readonly progress: string | null
  /** What was to come out of it in the year, and what did: products of its pieces of work. */
  readonly outputs: readonly TaskOutput[]
  readonly done: boolean
  /** A piece of work of it is open after its due day. */
  readonly late: boolean
  readonly daysLate: number
  readonly dueOn: Day | null
}

export interface SnapshotObstacle {
  /** "VM-2026-007". */
  readonly code: string
  readonly title: string
  readonly raisedBy: string | null
  readonly raisedOn: Day
  readonly state: ObstacleState
  /** What the synthesis proposes. */
  readonly proposal: string | null
  readonly decision: string | null
  /** It goes into the recommendations to the superior. */
  readonly beyondAuthority: boolean
  readonly resolved: boolean
}

export interface SnapshotMoney {
  readonly lines: readonly {
    readonly task: string | null
    readonly department: string | null
    readonly source: string
    /** Đồng, as whole numbers in text; null where not given. */
    readonly requestedVnd: string | null
    readonly allocatedVnd: string | null
    readonly spentVnd: string | null
  }[]
}

export const SNAPSHOT_REPORT_STATES = ['missing', 'on_time', 'late', 'exempt'] as const
export type SnapshotReportState = (typeof SNAPSHOT_REPORT_STATES)[number]

export interface SnapshotDepartmentReport {
  readonly department: string
  readonly state: SnapshotReportState
  /** RFC 3339; null while nothing came. */
  readonly receivedAt: string | null
  /** In the department's own words: what was done, what was not, what is next, what it asks for. */
  readonly narrative: Readonly<Partial<Record<NarrativeSection, string>>>
}
