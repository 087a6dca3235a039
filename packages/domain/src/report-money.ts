// Sums of a report's money: exact, in whole đồng; a blank is not 0.

import type { ReportSnapshot, SnapshotMoney } from './report-snapshot.ts'

export type MoneyColumn = 'requestedVnd' | 'allocatedVnd' | 'spentVnd'
type Line = SnapshotMoney['lines'][number]

/** What a column adds up to, as a whole number in text; null where no line has an amount in it. */
export function moneyTotal({ money }: Pick<ReportSnapshot, 'money'>, column: MoneyColumn): string | null {
  const given = (money?.lines ?? []).flatMap((line: Line) => line[column] ?? [])
  return given.length === 0 ? null : String(given.reduce((sum, amount) => sum + BigInt(amount), 0n))
}
