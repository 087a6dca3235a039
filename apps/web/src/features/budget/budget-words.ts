// The words of a budget, and its amounts as they are written here.

import type { BudgetAnswer, BudgetLineKind, BudgetState } from '@tien-do/domain/budget'
import { formatDong } from '@tien-do/domain/money'
import { ABSENT } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import type { Tone } from '../../ui/status-chip.tsx'
import type { Money } from './queries.ts'

export const STATE: Record<BudgetState, () => string> = {
  draft: m.budget_state_draft,
  requested: m.budget_state_requested,
  returned: m.budget_state_returned,
  accepted: m.budget_state_accepted,
  consolidated: m.budget_state_consolidated,
  submitted: m.budget_state_submitted,
  allocated: m.budget_state_allocated,
  settled: m.budget_state_settled,
}

export const TONE: Record<BudgetState, Tone> = {
  draft: 'none',
  requested: 'track',
  returned: 'risk',
  accepted: 'ok',
  consolidated: 'ok',
  submitted: 'track',
  allocated: 'ok',
  settled: 'ok',
}

export const ANSWER: Record<BudgetAnswer, () => string> = {
  none: m.budget_answer_none,
  no_cost: m.budget_answer_no_cost,
  asks: m.budget_answer_asks,
}

export const KIND: Record<BudgetLineKind, () => string> = {
  equipment: m.budget_kind_equipment,
  service: m.budget_kind_service,
  training: m.budget_kind_training,
  communication: m.budget_kind_communication,
  construction: m.budget_kind_construction,
  other: m.budget_kind_other,
}

/** 1.234.567; what is not known is a dash, never 0. */
export function shownMoney(money: Money | null): string {
  return money === null ? ABSENT : formatDong(BigInt(money.amount))
}
