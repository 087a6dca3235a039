// A slip as the contract shows it: to the officer who made it, and to the person who opens the link.
import { cellKind } from '@tien-do/domain/cell-kind'
import { type SlipState, slipState } from '@tien-do/domain/slip'
import type { Static } from 'typebox'
import type { getEntryForm } from '../measurements/index.ts'
import type { SlipFigureRow, SlipRow } from './slips.repo.ts'
import type { Slip, SlipSheet } from './slips.schema.ts'

type EntryForm = Awaited<ReturnType<typeof getEntryForm>>

function stateOf(row: SlipRow, figures: readonly SlipFigureRow[], now: Date): SlipState {
  const sentAt =
    figures
      .map((figure) => figure.sentAt)
      .sort()
      .at(-1) ?? null
  const isConfirmed = figures.length > 0 && figures.every(({ confirmedAt }) => confirmedAt !== null)
  return slipState({ expiresAt: row.expiresAt, revokedAt: row.revokedAt, sentAt, isConfirmed }, now)
}

export function slipToWire(row: SlipRow, figures: readonly SlipFigureRow[], now: Date): Static<typeof Slip> {
  return {
    id: row.id,
    area: { code: row.areaCode, name: row.areaName },
    year: row.year,
    person: row.person,
    indicators: [...row.indicators],
    state: stateOf(row, figures, now),
    issuedBy: row.issuedByName,
    issuedAt: instant(row.issuedAt),
    expiresAt: instant(row.expiresAt),
    revokedAt: row.revokedAt && instant(row.revokedAt),
    figures: figures.map(figureToWire),
  }
}

export function sheetToWire(
  row: SlipRow,
  figures: readonly SlipFigureRow[],
  form: EntryForm,
  now: Date,
): Static<typeof SlipSheet> {
  return {
    planTitle: form.plan.plan.shortTitle,
    area: row.areaName,
    person: row.person,
    year: row.year,
    expiresAt: instant(row.expiresAt),
    state: stateOf(row, figures, now),
    indicators: form.indicators.map(({ indicator, cells }) => {
      const cell = cells.find(({ area }) => area?.code === row.areaCode)
      const sent = figures.find((figure) => figure.indicator === indicator.code)
      const last = cell?.last ?? null
      return {
        code: indicator.code,
        name: indicator.name,
        nameEn: indicator.nameEn,
        kind: cellKind(indicator),
        unit: indicator.unit,
        decimals: indicator.decimals,
        numeratorText: indicator.numerator,
        denominatorText: indicator.denominator,
        last: last && {
          on: last.on,
          numerator: last.numerator,
          denominator: last.denominator,
          value: last.value,
          notApplicable: last.notApplicable ?? false,
        },
        register: cell?.register?.denominator ?? null,
        sent: sent ? figureToWire(sent) : null,
      }
    }),
  }
}

function figureToWire(figure: SlipFigureRow): Static<typeof Slip>['figures'][number] {
  const { indicator, on, numerator, denominator, value, sentAt, confirmedAt } = figure
  return {
    indicator,
    on,
    numerator,
    denominator,
    value,
    sentAt: instant(sentAt),
    confirmedAt: confirmedAt && instant(confirmedAt),
  }
}

const instant = (at: string) => new Date(at).toISOString()
