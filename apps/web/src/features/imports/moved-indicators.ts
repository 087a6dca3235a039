import type { Indicator } from '../indicators/index.ts'

export interface MovedIndicator {
  readonly before: Indicator
  readonly after: Indicator
}

/** The indicators whose value or status an import changed, in the plan's order. */
export function movedIndicators(before: readonly Indicator[], after: readonly Indicator[]): MovedIndicator[] {
  const earlier = new Map(before.map((indicator) => [indicator.code, indicator]))
  return after.flatMap((indicator) => {
    const was = earlier.get(indicator.code)
    return was && hasMoved(was, indicator) ? [{ before: was, after: indicator }] : []
  })
}

function hasMoved(before: Indicator, after: Indicator): boolean {
  return (
    before.value !== after.value || before.status !== after.status || before.provisional !== after.provisional
  )
}
