// Departments and areas: known parents, periods in order, and nobody in charge who no longer exists.

import type { Day } from './day.ts'
import type { Plan, PlanDepartment } from './plan.ts'
import { checkPeriod, checkPeriods } from './plan-file-check-periods.ts'
import type { Report, Warn } from './plan-file-fault.ts'
import { codesOf, referTo } from './plan-file-refer.ts'

export function checkDepartments(plan: Plan, report: Report, warn: Warn): void {
  const refer = referTo(report)
  const departments = codesOf(plan.departments)
  refer(departments, plan.document.issuer, '/document/issuer', 'unknown_department')
  plan.departments.forEach((department, index) => {
    const at = `/departments/${index}/versions`
    checkPeriods(department.versions, at, report)
    department.versions.forEach((version, step) => {
      refer(departments, version.parent, `${at}/${step}/parent`, 'unknown_department')
      if (version.parent === department.code)
        report(`${at}/${step}/parent`, 'parent_of_itself', { code: department.code })
    })
  })
  plan.departmentEvents.forEach((event, index) => {
    refer.each(departments, event.from, `/departmentEvents/${index}/from`, 'unknown_department')
    refer.each(departments, event.to, `/departmentEvents/${index}/to`, 'unknown_department')
    refer.each(departments, event.reporting, `/departmentEvents/${index}/reporting`, 'unknown_department')
  })
  checkArrangements(plan, report)
  checkAreas(plan, report)
  warnOfEndedDepartments(plan, warn)
}

/** What an arrangement ends is known; what it makes may be new, but then it has a name. What was owned is known too. */
function checkArrangements(plan: Plan, report: Report): void {
  const refer = referTo(report)
  const departments = codesOf(plan.departments)
  plan.arrangements.forEach(({ changes }, index) => {
    changes.forEach(({ from, to }, step) => {
      const at = `/arrangements/${index}/changes/${step}`
      const made = new Set(changes.flatMap((each) => each.to.map(({ code }) => code)))
      refer.each(new Set([...departments, ...made]), from, `${at}/from`, 'unknown_department')
      to.forEach(({ code, name }, place) => {
        if (name === null) refer(departments, code, `${at}/to/${place}/code`, 'unknown_department')
      })
    })
  })
  plan.indicators.forEach(({ formerOwners }, index) => {
    formerOwners.forEach(({ owner, until }, step) => {
      const at = `/indicators/${index}/formerOwners/${step}`
      refer(departments, owner, `${at}/owner`, 'unknown_department')
      const after = formerOwners[step - 1]?.until ?? null
      if (after !== null && until <= after) report(`${at}/until`, 'names_out_of_order', { until, after })
    })
  })
  plan.document.recipients.forEach(({ department }, index) => {
    refer(departments, department, `/document/recipients/${index}/department`, 'unknown_department')
  })
}

/** A former name ends while its area holds, and after the one before it; events speak of areas that are there. */
function checkAreas(plan: Plan, report: Report): void {
  const refer = referTo(report)
  const areas = codesOf(plan.areas)
  plan.areas.forEach((area, index) => {
    checkPeriod(area, `/areas/${index}`, report)
    area.formerNames.forEach(({ until }, step) => {
      const after = area.formerNames[step - 1]?.until ?? area.validFrom
      if ((after !== null && until <= after) || (area.validTo !== null && until >= area.validTo))
        report(`/areas/${index}/formerNames/${step}/until`, 'names_out_of_order', { until, after })
    })
  })
  plan.areaEvents.forEach((event, index) => {
    refer.each(areas, event.from, `/areaEvents/${index}/from`, 'unknown_area')
    refer.each(areas, event.to, `/areaEvents/${index}/to`, 'unknown_area')
  })
}

/** A department that ended before the plan's last milestone cannot see its figure or task through. */
function warnOfEndedDepartments(plan: Plan, warn: Warn): void {
  const last = plan.milestones
    .map((milestone) => milestone.on)
    .sort()
    .at(-1)
  const ended = new Map(plan.departments.flatMap((department) => endOf(department, last)))
  const check = (code: string | null | undefined, pointer: string) => {
    const on = code == null ? undefined : ended.get(code)
    if (code != null && on !== undefined) warn(pointer, 'department_ended', { code, on })
  }
  plan.indicators.forEach((indicator, index) => {
    check(indicator.owner, `/indicators/${index}/owner`)
  })
  plan.tasks.forEach((task, index) => {
    check(task.lead?.department, `/tasks/${index}/lead/department`)
  })
}

function endOf(department: PlanDepartment, last: Day | undefined): [string, Day][] {
  const ends = department.versions.map((version) => version.validTo)
  const end = ends.includes(null) ? null : (ends.sort().at(-1) ?? null)
  return end !== null && last !== undefined && end <= last ? [[department.code, end]] : []
}
