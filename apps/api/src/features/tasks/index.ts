// What other features may ask of tasks: who leads, and the acts that the demo's samples are made by.

export { assignTask } from './assign-task.ts'
export { exportTaskAssignments, importTaskAssignments } from './import-assignments.ts'
export { exportSubTasks, importSubTasks } from './import-sub-tasks.ts'
export { type OwedWork, owedForTasks } from './owed-for-tasks.ts'
export { addSubTask } from './plan-sub-task.ts'
export { refTo, Year } from './sub-tasks.schema.ts'
export { listSubTasks } from './sub-tasks.service.ts'
export { updateSubTask } from './update-sub-task.ts'
export { listSubTaskRows as listPieces } from './work.repo.ts'
export { leadingOf, type WorkOfTask, workOfPlan } from './work-of-plan.ts'
export { writeTaskResult } from './write-on-task.ts'
export { moveYearlyPlanBy, yearlyPlansOf } from './yearly-plans.service.ts'
