// What stands in the fields of a slip, read by the same law as the entry grid.

import { checkFigure, type FigureCheck } from '@tien-do/domain/figure-checks'
import { figureOf, NOTHING } from '../entry/index.ts'
import type { SheetIndicator } from './queries.ts'
import type { SlipText } from './slip-draft.ts'

interface SlipNumbers {
  readonly numerator: number | null
  readonly denominator: number | null
  readonly value: number | null
}

/** All that makes it impossible; a reason for what is odd is the officer's affair. */
export function faultsIn(text: SlipText, { kind, decimals }: SheetIndicator): readonly FigureCheck[] {
  return checkFigure(figureOf({ ...NOTHING, ...text }, kind, decimals), {
    kind,
    naturalMin: null,
    naturalMax: null,
    last: null,
    register: null,
    correcting: false,
  }).filter(({ level }) => level === 'block')
}

/** Whole and possible: it can be sent. The register's denominator alone is not an answer. */
export function isWholeText(text: SlipText, indicator: SheetIndicator): boolean {
  return (text.numerator !== '' || text.value !== '') && faultsIn(text, indicator).length === 0
}

export function figureIn(text: SlipText, { kind, decimals }: SheetIndicator): SlipNumbers {
  const { numerator, denominator, value } = figureOf({ ...NOTHING, ...text }, kind, decimals)
  const number = (read: number | string | null) => (typeof read === 'number' ? read : null)
  return { numerator: number(numerator), denominator: number(denominator), value: number(value) }
}
