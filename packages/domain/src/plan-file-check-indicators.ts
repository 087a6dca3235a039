// Indicators and their targets: each in a known group, each target at a known milestone and within what is possible.

import type { Plan, PlanIndicator, PlanMilestone } from './plan.ts'
import type { Report, Warn } from './plan-file-fault.ts'
import { codesOf, referTo } from './plan-file-refer.ts'
import { checkTargets } from './targets.ts'

export function checkIndicators(plan: Plan, report: Report, warn: Warn): void {
  const refer = referTo(report)
  const groups = codesOf(plan.groups)
  const milestones = new Map(plan.milestones.map((milestone) => [milestone.code, milestone]))
  const indicators = new Map(plan.indicators.map((indicator) => [indicator.code, indicator]))
  checkMilestoneDays(plan.milestones, report)
  plan.groups.forEach((group, index) => {
    group.refs.forEach((ref, step) => {
      refer(
        codesOf(plan.milestones),
        ref.milestone,
        `/groups/${index}/refs/${step}/milestone`,
        'unknown_milestone',
      )
    })
  })
  plan.indicators.forEach((indicator, index) => {
    const at = `/indicators/${index}`
    refer(groups, indicator.group, `${at}/group`, 'unknown_group')
    refer(codesOf(plan.departments), indicator.owner, `${at}/owner`, 'unknown_department')
    refer(codesOf(plan.tasks), indicator.hiddenInTask, `${at}/hiddenInTask`, 'unknown_task')
    checkLimits(indicator, at, report)
    checkMilestones(indicator, milestones, at, report, warn)
    checkSuccessor(indicator, indicators, at, report)
  })
}

function checkMilestoneDays(milestones: readonly PlanMilestone[], report: Report): void {
  milestones.forEach((milestone, index) => {
    if (milestones.findIndex((other) => other.on === milestone.on) < index)
      report(`/milestones/${index}/on`, 'milestones_on_one_day', { on: milestone.on })
  })
}

/** A share lies between 0 and 100; what is judged in words has no number to aim at. */
function checkLimits(indicator: PlanIndicator, at: string, report: Report): void {
  const { measure, naturalMin, naturalMax, baseline, targets } = indicator
  if (measure === 'qualitative' && targets.length > 0) report(`${at}/targets`, 'qualitative_with_target')
  if (measure === 'ratio' || measure === 'checklist') {
    if (naturalMin === null || naturalMin < 0)
      report(`${at}/naturalMin`, 'limits_of_a_share', { min: 0, max: 100 })
    if (naturalMax === null || naturalMax > 100)
      report(`${at}/naturalMax`, 'limits_of_a_share', { min: 0, max: 100 })
  }
  if (naturalMin !== null && naturalMax !== null && naturalMax <= naturalMin)
    report(`${at}/naturalMax`, 'limits_reversed', { naturalMin, naturalMax })
  const outside = (value: number) => value < (naturalMin ?? -Infinity) || value > (naturalMax ?? Infinity)
  const limits = { min: naturalMin, max: naturalMax }
  targets.forEach((target, index) => {
    if (outside(target.value))
      report(`${at}/targets/${index}/value`, 'target_outside_limits', { value: target.value, ...limits })
  })
  if (baseline && outside(baseline.value))
    report(`${at}/baseline/value`, 'baseline_outside_limits', { value: baseline.value, ...limits })
}

function checkMilestones(
  indicator: PlanIndicator,
  milestones: ReadonlyMap<string, PlanMilestone>,
  at: string,
  report: Report,
  warn: Warn,
): void {
  const placed = indicator.targets.flatMap((target, index) => {
    const milestone = milestones.get(target.milestone)
    if (!milestone)
      report(`${at}/targets/${index}/milestone`, 'unknown_milestone', { code: target.milestone })
    return milestone ? [{ on: milestone.on, target: target.value, pointer: `${at}/targets/${index}` }] : []
  })
  const pointerOn = (on: string) => placed.findLast((milestone) => milestone.on === on)?.pointer ?? at
  const { faults, warnings } = checkTargets({ ...indicator, milestones: placed })
  for (const { code, ...params } of faults) report(`${pointerOn(params.on)}/milestone`, code, params)
  for (const { code, ...params } of warnings) warn(pointerOn(params.on), code, params)
}

/** An indicator that goes on under another definition names its successor; the chain ends somewhere. */
function checkSuccessor(
  indicator: PlanIndicator,
  indicators: ReadonlyMap<string, PlanIndicator>,
  at: string,
  report: Report,
): void {
  const { code, successor } = indicator
  if (successor === null) return
  const pointer = `${at}/successor`
  if (successor === code) report(pointer, 'successor_of_itself', { code })
  else if (!indicators.has(successor)) report(pointer, 'unknown_indicator', { code: successor })
  else if (comesBackTo(code, successor, indicators))
    report(pointer, 'successors_in_a_circle', { code, successor })
}

function comesBackTo(code: string, start: string, indicators: ReadonlyMap<string, PlanIndicator>): boolean {
  const seen = new Set<string>()
  let next: string | null = start
  while (next !== null && next !== code && !seen.has(next)) {
    seen.add(next)
    next = indicators.get(next)?.successor ?? null
  }
  return next === code
}
