// What other features may ask of plans.
export { findPlan, getPlan, getPlanForChange, getPlanRow, listPlans, replacePlan, today } from './plans.service.ts'
export type { PlanInForce } from './plans.repo.ts'
