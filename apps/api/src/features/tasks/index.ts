// What other features may ask of tasks: who leads, what is owed for a year, what came of it.

export { assignTask } from './assign-task.ts'
export { addSubTask } from './plan-sub-task.ts'
export { updateSubTask } from './update-sub-task.ts'
export { leadingOf, workOfPlan } from './work-of-plan.ts'
export { owedForTasks } from './work-owed.ts'
export { writeTaskResult } from './write-on-task.ts'
export { moveYearlyPlanBy } from './yearly-plans.service.ts'
