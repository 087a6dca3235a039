// A plan as data: what one plan file holds once it has been read and found without fault.

import type { Day } from './day.ts'
import type { DenominatorSource } from './denominator.ts'
import type { Direction, Measure, TargetKind } from './indicator.ts'
import type { ReportTemplate } from './report-template.ts'

export const PLAN_FORMAT = 'tien-do/plan@1'

export const AFTER_DEADLINE = ['daily', 'never'] as const
export const WARD_ROLES = ['leads', 'coordinates', 'takes_part'] as const
export type WardRole = (typeof WARD_ROLES)[number]

export const TASK_KINDS = ['one_off', 'continuous', 'recurring'] as const
export type TaskKind = (typeof TASK_KINDS)[number]

export const DEPARTMENT_KINDS = [
  'committee',
  'section',
  'police',
  'military',
  'mass_organisation',
  'party',
  'council',
  'superior',
  'enterprise',
  'other',
] as const
export type DepartmentKind = (typeof DEPARTMENT_KINDS)[number]

export const DEPARTMENT_EVENTS = ['founded', 'renamed', 'merged', 'split', 'dissolved'] as const
export type DepartmentEventKind = (typeof DEPARTMENT_EVENTS)[number]

export const AREA_EVENTS = ['opened', 'closed', 'renamed', 'merged', 'split'] as const
export type AreaEventKind = (typeof AREA_EVENTS)[number]

export const DEADLINE_RULES = ['yearly', 'ad_hoc', 'event', 'horizon'] as const
export type DeadlineRule = (typeof DEADLINE_RULES)[number]

export const HOLIDAY_KINDS = ['holiday', 'day_off', 'worked_saturday'] as const
export type HolidayKind = (typeof HOLIDAY_KINDS)[number]

export interface Plan {
  readonly format: typeof PLAN_FORMAT
  /** Stable, in URLs: lower-case letters, digits, hyphens. */
  readonly code: string
  readonly title: string
  /** The name the screens use where the title is too long. */
  readonly shortTitle: string
  /** First day on which a figure may be a baseline. */
  readonly startsOn: Day
  readonly document: PlanDocument
  readonly milestones: readonly PlanMilestone[]
  readonly groups: readonly PlanGroup[]
  readonly indicators: readonly PlanIndicator[]
  readonly tasks: readonly PlanTask[]
  readonly responsibilities: readonly PlanResponsibility[]
  readonly departments: readonly PlanDepartment[]
  readonly departmentEvents: readonly PlanDepartmentEvent[]
  /** Rearrangements of departments that are prepared as data: the ward looks at one, and applies it in one act. */
  readonly arrangements: readonly PlanArrangement[]
  readonly areas: readonly PlanArea[]
  readonly areaEvents: readonly PlanAreaEvent[]
  readonly deadlines: readonly PlanDeadline[]
  readonly cycle: PlanCycle
  readonly fundingSources: readonly PlanFundingSource[]
  readonly thresholds: PlanThresholds
  readonly holidays: readonly PlanHoliday[]
  /** How its yearly report is laid out; null for the outline that communes use. */
  readonly reportTemplate: ReportTemplate | null
}

export interface PlanDocument {
  readonly kind: string
  /** Null when the plan's text carries none: never invented. */
  readonly number: string | null
  readonly issuedOn: Day | null
  /** Code of the department that issued it. */
  readonly issuer: string
  /** As printed before the date: "Chánh Lộ, ngày …". */
  readonly place: string
  readonly signatory: {
    readonly title: string
    readonly titleAsWritten: string | null
    readonly name: string
  }
  readonly basis: readonly {
    readonly kind: string
    readonly number: string
    readonly issuedOn: Day
    readonly issuer: string
    readonly title: string
  }[]
  readonly recipients: readonly PlanRecipient[]
  /** Words kept as written, with the reading shown to people; `where` is a path by names: `tasks/NV-09`. */
  readonly corrections: readonly {
    readonly where: string
    readonly asWritten: string
    readonly shown: string
  }[]
}

export interface PlanRecipient {
  readonly text: string
  readonly meaning: string
  readonly kind: string
  /** Code of the department it is, where it is one: on later papers its successor is written to. */
  readonly department: string | null
}

export interface PlanMilestone {
  readonly code: string
  readonly on: Day
  readonly label: string
}

export interface PlanGroup {
  readonly code: string
  readonly title: string
  /** Where the plan speaks of it, by milestone: II.1.1.1 for 2025, II.2.2.1 for 2030. */
  readonly refs: readonly {
    readonly milestone: string | null
    readonly ref: string
    readonly title: string
  }[]
}

export interface PlanTarget {
  readonly milestone: string
  readonly value: number
  readonly kind: TargetKind
  /** The plan's words for this target, to the letter. */
  readonly text: string
}

export interface PlanIndicator {
  readonly code: string
  readonly group: string
  readonly ref: string
  /** Short, for screens and tables. */
  readonly name: string
  readonly nameEn: string
  /** The plan's words, to the letter (of the first target where there are several). */
  readonly text: string
  readonly measure: Measure
  readonly direction: Direction
  /** "%" for a ratio; what is counted otherwise. */
  readonly unit: string
  /** What one unit of the numerator is: "hộ", "người", "tổ". */
  readonly counted: string
  readonly numerator: string | null
  readonly denominator: string | null
  /** What its denominator is, where the ward has a register of that; null where it has none. */
  readonly denominatorOf: DenominatorSource | null
  /** The definition in force, and its version; null where the plan leaves it open. */
  readonly definition: { readonly version: number; readonly text: string } | null
  readonly source: string | null
  /** Code of the department that owns the figure, or null while nobody does. */
  readonly owner: string | null
  /** Who owned it before: each until its day (exclusive), the oldest first. */
  readonly formerOwners: readonly { readonly owner: string; readonly until: Day }[]
  /** Collected per area (tổ dân phố), or one figure for the ward. */
  readonly perArea: boolean
  readonly naturalMin: number | null
  readonly naturalMax: number | null
  readonly weight: number
  readonly decimals: number
  readonly staleAfterDays: number
  readonly baseline: { readonly on: Day; readonly value: number } | null
  readonly targets: readonly PlanTarget[]
  /** Code of the indicator that continues this one under another definition: never one series. */
  readonly successor: string | null
  /** The target hides in a task of part III. */
  readonly hiddenInTask: string | null
  readonly note: string | null
}

export interface PlanTask {
  readonly code: string
  readonly ref: string
  readonly name: string
  readonly nameEn: string
  readonly text: string
  readonly role: WardRole
  readonly kind: TaskKind
  /** `stated`: the plan names the lead; otherwise the ward chooses, and null means nobody yet. */
  readonly lead: { readonly department: string; readonly stated: boolean } | null
  /** Codes of departments, or `*` for every section. */
  readonly coordinating: readonly string[]
  /** A lead to offer when the ward assigns: a proposal, never a fact. */
  readonly proposedLead: string | null
  readonly indicators: readonly string[]
  readonly evidence: string | null
  readonly subItems: readonly { readonly code: string; readonly text: string }[]
}

export interface PlanResponsibility {
  readonly code: string
  readonly ref: string
  readonly text: string
  /** Codes of departments, or `*` for every section. */
  readonly lead: readonly string[]
  readonly coordinating: string | null
  readonly tasks: readonly string[]
  readonly deadlines: readonly string[]
}

export interface PlanDepartment {
  readonly code: string
  readonly kind: DepartmentKind
  /** Reports yearly and may own figures and tasks. */
  readonly reports: boolean
  readonly versions: readonly PlanDepartmentVersion[]
}

export interface PlanDepartmentVersion {
  readonly name: string
  readonly shortName: string
  /** As in the document symbol "BC-VHXH"; null when it issues none. */
  readonly symbol: string | null
  readonly parent: string | null
  readonly validFrom: Day | null
  /** Exclusive: the first day on which it no longer holds. */
  readonly validTo: Day | null
  /** What this version rests on; what ended it stands in the department's events. */
  readonly legalBasis: string | null
}

export interface PlanDepartmentEvent {
  readonly kind: DepartmentEventKind
  readonly on: Day
  readonly from: readonly string[]
  readonly to: readonly string[]
  /** Who reports from this day on, and did not before: it has taken over from one that did. */
  readonly reporting: readonly string[]
  readonly legalBasis: string | null
}

export const DEPARTMENT_ACTS = ['found', 'rename', 'merge', 'split', 'close'] as const
export type DepartmentAct = (typeof DEPARTMENT_ACTS)[number]

/** One act on departments: what ends or changes its name, and what there is after it. */
export interface DepartmentChange {
  readonly act: DepartmentAct
  readonly from: readonly string[]
  /** The first takes over what is open; of a split the others may be given some of it by name. */
  readonly to: readonly DepartmentAfter[]
}

/** Null: as it was; of one that is there already only the code is needed. */
export interface DepartmentAfter {
  readonly code: string
  readonly name: string | null
  readonly shortName: string | null
  readonly symbol: string | null
  readonly parent: string | null
  readonly kind: DepartmentKind | null
  /** Of a split: indicators and tasks that go to this one, not to the first. */
  readonly indicators: readonly string[]
  readonly tasks: readonly string[]
}

export interface PlanArrangement {
  readonly code: string
  readonly name: string
  /** The first day of the new state, as the decision says it. */
  readonly on: Day
  readonly legalBasis: string
  readonly changes: readonly DepartmentChange[]
  /** The day from which it was applied here; null: not yet. */
  readonly appliedFrom: Day | null
}

export interface PlanArea {
  readonly code: string
  /** As it is called now, or was called last. */
  readonly name: string
  readonly validFrom: Day | null
  /** Exclusive. */
  readonly validTo: Day | null
  /** What it was called before: each name holds until its day (exclusive), the oldest first. */
  readonly formerNames: readonly { readonly name: string; readonly until: Day }[]
}

export interface PlanAreaEvent {
  readonly kind: AreaEventKind
  readonly on: Day
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly legalBasis: string | null
}

export interface PlanDeadline {
  readonly code: string
  readonly name: string
  readonly rule: DeadlineRule
  /** `MM-DD`, exclusive ("trước ngày"); null where the text gives no date. */
  readonly before: string | null
  readonly text: string
  /** Code of the sender, or `*` for every section. */
  readonly sender: string | null
  readonly via: string | null
  /** Who receives it, with dates: a report's route changes with the administration. Empty: the plan names nobody. */
  readonly routes: readonly {
    readonly recipient: string
    readonly validFrom: Day | null
    readonly validTo: Day | null
  }[]
}

export interface PlanCycle {
  /** `MM-DD`: figures describe this day. */
  readonly dataCutOff: string
  /** Codes of the deadlines that make the year. */
  readonly departmentDeadline: string
  readonly wardDeadline: string
  /** Working days before the departments' deadline on which reminders go out. */
  readonly remindersWorkingDaysBefore: readonly number[]
  /** Once the deadline is over: every day, in one message; or never again. */
  readonly remindersAfterDeadline: (typeof AFTER_DEADLINE)[number]
  /** Nobody is reminded on a day that is not worked. */
  readonly remindersQuietOnDaysOff: boolean
}

export interface PlanFundingSource {
  readonly code: string
  readonly name: string
  readonly text: string
}

/** The constants of the rules of status; they may differ between plans and are stored with each snapshot. */
export interface PlanThresholds {
  readonly onTrackPace: number
  readonly atRiskPace: number
  readonly regressionPoints: number
  readonly slipPoints: number
  readonly earlyShare: number
  readonly earlyPoints: number
  readonly forecastMinDays: number
  readonly forecastPoints: number
  readonly verdictDaysBefore: number
  readonly verdictDaysAfter: number
  readonly coverageForPercent: number
  readonly dueSoonDays: number
}

export interface PlanHoliday {
  readonly on: Day
  readonly kind: HolidayKind
  readonly name: string
}
