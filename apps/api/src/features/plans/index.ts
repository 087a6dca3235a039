// What other features may ask of plans.

export { lockPlanRow as lockPlan, type PlanInForce } from './plans.repo.ts'
export { PlanBrief, toBrief as planToBrief } from './plans.schema.ts'
export {
  findPlan,
  getPlan,
  getPlanForChange,
  getPlanRow,
  issuerName,
  listPlans,
  listPlansInForce,
  lockPlanInForce,
  replacePlan,
  rewritePlan,
  today,
} from './plans.service.ts'
export { storeAreasOfPlan } from './store-organisation.repo.ts'
