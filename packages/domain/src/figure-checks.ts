// What is said of a figure while it is typed: what blocks it, what wants a reason, what is worth a look.

import type { CellKind } from './cell-kind.ts'
import type { Day } from './day.ts'
import { exact } from './exact.ts'
import { type FigureFaultCode, pairFaults, valueFaults } from './figure.ts'
import type { Measure, QualitativeState } from './indicator.ts'

export const CHECK_LEVELS = ['block', 'warn', 'hint'] as const
export type CheckLevel = (typeof CHECK_LEVELS)[number]

export const CHECK_WARNINGS = [
  'jump_points',
  'jump_percent',
  'same_as_last',
  'differs_from_register',
  'areas_against_register',
  'corrects_approved',
  'declared_not_applicable',
] as const
export const CHECK_HINTS = ['denominator_zero', 'denominator_changed'] as const

export type CheckCode =
  | FigureFaultCode
  | 'not_a_number'
  | 'not_applicable_with_figures'
  | 'reason_missing'
  | (typeof CHECK_WARNINGS)[number]
  | (typeof CHECK_HINTS)[number]

export type CheckField = 'numerator' | 'denominator' | 'value' | 'qualitative' | 'notApplicable' | 'reason'

/** `params` hold the numbers to say the sentence with; a share is in per cent, `change` in points or per cent. */
export interface FigureCheck {
  readonly level: CheckLevel
  readonly code: CheckCode
  readonly field: CheckField
  readonly params: Readonly<Record<string, number | string | null>>
}

/** A number, nothing (a blank, never 0), or the text in which no number could be read. */
export type CellNumber = number | string | null

export interface CheckedFigure {
  readonly numerator: CellNumber
  readonly denominator: CellNumber
  readonly value: CellNumber
  readonly qualitative?: QualitativeState | null | undefined
  readonly notApplicable?: boolean | undefined
}

/** The figure of the period before: of the same area, of an earlier day. */
export interface LastFigure {
  readonly on: Day
  readonly numerator: number | null
  readonly denominator: number | null
  readonly value: number | null
  readonly notApplicable?: boolean | undefined
}

/** What the ward's register says of the same thing, on the day it was registered. */
export interface RegisterEntry {
  readonly denominator: number
  readonly on: Day
}

export interface CheckContext {
  readonly kind: CellKind
  readonly naturalMin: number | null
  readonly naturalMax: number | null
  readonly last: LastFigure | null
  readonly register: RegisterEntry | null
  /** The figure replaces an approved one that says something else. */
  readonly correcting: boolean
}

const JUMP_POINTS = 20n
const JUMP_PERCENT = 30n
const PERCENT = 100n

/**
 * All that is to be said of one cell, the worst first. A blank cell is not yet a figure, and nothing is said of it; a
 * half-filled one may be kept as a draft, although it cannot be submitted (`figure_missing`).
 */
export function checkFigure(figure: CheckedFigure, context: CheckContext): readonly FigureCheck[] {
  if (isBlank(figure)) return []
  const blocks = blocksOf(figure, context)
  if (blocks.length > 0) return blocks
  const correcting = context.correcting ? [warn('corrects_approved', mainField(context.kind), {})] : []
  if (figure.notApplicable) return [...correcting, warn('declared_not_applicable', 'notApplicable', {})]
  return [...correcting, ...warningsOf(figure, context), ...hintsOf(figure, context)]
}

/** Nothing was typed: no number, no state, no word that it does not apply. */
export function isBlank(figure: CheckedFigure): boolean {
  const { numerator, denominator, value, qualitative, notApplicable } = figure
  return numerator === null && denominator === null && value === null && !qualitative && !notApplicable
}

/** Whether a kept figure says all that its measure asks for: a draft may be half filled. */
export function isComplete(figure: CheckedFigure, measure: Measure): boolean {
  if (figure.notApplicable) return true
  if (measure === 'qualitative') return Boolean(figure.qualitative)
  if (measure === 'count') return figure.value !== null
  return figure.numerator !== null && figure.denominator !== null
}

/** Whether it may be submitted only with a reason of one line. */
export function needsReason(checks: readonly FigureCheck[]): boolean {
  return checks.some(({ level }) => level === 'warn')
}

export function isBlocked(checks: readonly FigureCheck[]): boolean {
  return checks.some(({ level }) => level === 'block')
}

/**
 * The areas' denominators together against the ward's register: once all have reported they must agree; before that
 * they must not exceed it.
 */
export function checkTotal(
  denominators: readonly number[],
  expected: number,
  register: RegisterEntry | null,
): readonly FigureCheck[] {
  if (!register || denominators.length === 0) return []
  const sum = denominators.reduce((total, each) => total + each, 0)
  const isComplete = denominators.length >= expected
  if (sum === register.denominator || (!isComplete && sum < register.denominator)) return []
  const params = {
    sum,
    register: register.denominator,
    on: register.on,
    difference: sum - register.denominator,
  }
  return [warn('areas_against_register', 'denominator', params)]
}

function blocksOf(figure: CheckedFigure, { kind, naturalMin, naturalMax }: CheckContext): FigureCheck[] {
  const texts = textBlocks(figure)
  if (texts.length > 0) return texts
  const numbers = {
    numerator: figure.numerator as number | null,
    denominator: figure.denominator as number | null,
    value: figure.value as number | null,
  }
  const counted = numbers.numerator !== null || numbers.denominator !== null || numbers.value !== null
  if (figure.notApplicable)
    return counted || figure.qualitative ? [block('not_applicable_with_figures', 'notApplicable')] : []
  if (kind === 'qualitative') return counted ? [block('no_figures', 'qualitative')] : []
  if (figure.qualitative) return [block('figure_missing', mainField(kind))]
  const faults = kind === 'value' ? valueFaults({ naturalMin, naturalMax }, numbers) : pairFaults(numbers)
  const blocks = faults.map(({ field, code, params }) =>
    block(code, field as CheckField, params as FigureCheck['params']),
  )
  if (kind === 'yes_no' && numbers.denominator !== null && numbers.denominator !== 1)
    blocks.push(block('one_expected', 'denominator', { denominator: numbers.denominator }))
  return blocks
}

function textBlocks(figure: CheckedFigure): FigureCheck[] {
  const fields = ['numerator', 'denominator', 'value'] as const
  return fields.flatMap((field) => {
    const text = figure[field]
    return typeof text === 'string' ? [block('not_a_number', field, { text })] : []
  })
}

function warningsOf(figure: CheckedFigure, context: CheckContext): FigureCheck[] {
  const { kind, last, register } = context
  const warnings: FigureCheck[] = []
  if (kind === 'value') warnings.push(...valueWarnings(figure.value as number, last))
  if (kind === 'pair' || kind === 'ward_pair') {
    const pair = { n: figure.numerator as number, d: figure.denominator as number }
    warnings.push(...pairWarnings(pair, last))
    if (register && register.denominator !== pair.d)
      warnings.push(
        warn('differs_from_register', 'denominator', {
          denominator: pair.d,
          register: register.denominator,
          on: register.on,
        }),
      )
  }
  return warnings
}

function pairWarnings({ n, d }: { n: number; d: number }, last: LastFigure | null): FigureCheck[] {
  if (!last || last.numerator === null || last.denominator === null || last.notApplicable) return []
  const params = { n, d, lastN: last.numerator, lastD: last.denominator, lastOn: last.on }
  if (n === last.numerator && d === last.denominator) return [warn('same_as_last', 'numerator', params)]
  if (d === 0 || last.denominator === 0) return []
  // Exact, in whole numbers: v − v' = (n·d' − n'·d) / (d·d').
  const [N, D, n0, d0] = [n, d, last.numerator, last.denominator].map(BigInt) as [
    bigint,
    bigint,
    bigint,
    bigint,
  ]
  const change = magnitude(N * d0 - n0 * D)
  const shares = { ...params, now: (100 * n) / d, before: (100 * last.numerator) / last.denominator }
  if (PERCENT * change > JUMP_POINTS * D * d0)
    return [warn('jump_points', 'numerator', { ...shares, change: shares.now - shares.before })]
  if (n0 > 0n && PERCENT * change > JUMP_PERCENT * n0 * D)
    return [
      warn('jump_percent', 'numerator', {
        ...shares,
        change: (100 * (shares.now - shares.before)) / shares.before,
      }),
    ]
  return []
}

function valueWarnings(now: number, last: LastFigure | null): FigureCheck[] {
  if (!last || last.value === null || last.notApplicable) return []
  const before = last.value
  const params = { now, before, lastOn: last.on }
  if (now === before) return [warn('same_as_last', 'value', params)]
  if (before === 0) return []
  // Exact, as written in decimals: 0,3 → 0,39 is 30 per cent and no more.
  const [a, b] = [exact(now), exact(before)]
  const change = magnitude(a.over * b.under - b.over * a.under)
  const isJump = PERCENT * change > JUMP_PERCENT * magnitude(b.over) * a.under
  return isJump
    ? [warn('jump_percent', 'value', { ...params, change: (100 * (now - before)) / Math.abs(before) })]
    : []
}

function hintsOf(figure: CheckedFigure, { kind, last, register }: CheckContext): FigureCheck[] {
  if (kind !== 'pair' && kind !== 'ward_pair') return []
  const denominator = figure.denominator as number
  if (denominator === 0)
    return [{ level: 'hint', code: 'denominator_zero', field: 'denominator', params: {} }]
  const before = last?.denominator ?? null
  if (register || before === null || before === denominator) return []
  const params = { denominator, last: before, lastOn: last?.on ?? null }
  return [{ level: 'hint', code: 'denominator_changed', field: 'denominator', params }]
}

function mainField(kind: CellKind): CheckField {
  if (kind === 'qualitative') return 'qualitative'
  return kind === 'value' ? 'value' : 'numerator'
}

function magnitude(number: bigint): bigint {
  return number < 0n ? -number : number
}

function block(code: CheckCode, field: CheckField, params: FigureCheck['params'] = {}): FigureCheck {
  return { level: 'block', code, field, params }
}

function warn(code: CheckCode, field: CheckField, params: FigureCheck['params']): FigureCheck {
  return { level: 'warn', code, field, params }
}
