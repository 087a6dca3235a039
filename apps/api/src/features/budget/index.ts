// What other features may ask of a year's money.

export {
  findRequest as findBudgetRequest,
  listRequests as listBudgetRequests,
  type RequestRow as BudgetRequestRow,
} from './budget.repo.ts'
export { Money } from './budget.schema.ts'
export { getBudget } from './budget.service.ts'
export { exportBudgetLines, importBudgetLines } from './import-lines.ts'
export { moveBudgetYear, saveBudgetFigures } from './move-budget-year.ts'
export { moveBudgetRequest, saveBudgetRequest } from './save-budget-request.ts'
