// The rules between the parts of a plan: codes are unique, what refers to something finds it, periods do not overlap.

import type { Plan } from './plan.ts'
import { checkDepartments } from './plan-file-check-departments.ts'
import { checkIndicators } from './plan-file-check-indicators.ts'
import { checkPeriods } from './plan-file-check-periods.ts'
import { checkUniqueness } from './plan-file-check-uniqueness.ts'
import type { Report, Warn } from './plan-file-fault.ts'
import { codesOf, referTo } from './plan-file-refer.ts'
import { checkReportTemplate } from './plan-file-report.ts'

export function checkPlan(plan: Plan, report: Report, warn: Warn): void {
  checkUniqueness(plan, report)
  checkIndicators(plan, report, warn)
  checkDepartments(plan, report, warn)
  checkTasks(plan, report)
  checkYear(plan, report)
  checkReportTemplate(plan.reportTemplate, report)
}

function checkTasks(plan: Plan, report: Report): void {
  const refer = referTo(report)
  const [indicators, tasks] = [codesOf(plan.indicators), codesOf(plan.tasks)]
  const [departments, deadlines] = [codesOf(plan.departments), codesOf(plan.deadlines)]
  plan.tasks.forEach((task, index) => {
    const at = `/tasks/${index}`
    refer(departments, task.lead?.department, `${at}/lead/department`, 'unknown_department')
    refer(departments, task.proposedLead, `${at}/proposedLead`, 'unknown_department')
    refer.each(departments, task.coordinating, `${at}/coordinating`, 'unknown_department')
    refer.each(indicators, task.indicators, `${at}/indicators`, 'unknown_indicator')
  })
  plan.responsibilities.forEach((responsibility, index) => {
    const at = `/responsibilities/${index}`
    refer.each(departments, responsibility.lead, `${at}/lead`, 'unknown_department')
    refer.each(tasks, responsibility.tasks, `${at}/tasks`, 'unknown_task')
    refer.each(deadlines, responsibility.deadlines, `${at}/deadlines`, 'unknown_deadline')
  })
}

function checkYear(plan: Plan, report: Report): void {
  const refer = referTo(report)
  const departments = codesOf(plan.departments)
  plan.deadlines.forEach((deadline, index) => {
    const at = `/deadlines/${index}`
    refer(departments, deadline.sender, `${at}/sender`, 'unknown_department')
    refer(departments, deadline.via, `${at}/via`, 'unknown_department')
    deadline.routes.forEach((route, step) => {
      refer(departments, route.recipient, `${at}/routes/${step}/recipient`, 'unknown_department')
    })
    checkPeriods(deadline.routes, `${at}/routes`, report)
  })
  checkCycle(plan, report)
}

/** The year turns on two dated deadlines: the departments', then the ward's, which needs the days between. */
function checkCycle(plan: Plan, report: Report): void {
  const beforeOf = (name: 'departmentDeadline' | 'wardDeadline') => {
    const code = plan.cycle[name]
    const deadline = plan.deadlines.find((one) => one.code === code)
    if (!deadline) report(`/cycle/${name}`, 'unknown_deadline', { code })
    else if (deadline.before === null) report(`/cycle/${name}`, 'yearly_without_date', { code })
    return deadline?.before ?? null
  }
  const [departments, ward] = [beforeOf('departmentDeadline'), beforeOf('wardDeadline')]
  if (departments !== null && ward !== null && ward < departments)
    report('/cycle/wardDeadline', 'deadlines_out_of_order', { departments, ward })
}
