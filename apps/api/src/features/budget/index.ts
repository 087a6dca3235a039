// What other features may ask of a year's money.

export { getBudget } from './budget.service.ts'
export { moveBudgetYear, saveBudgetFigures } from './move-budget-year.ts'
export { moveBudgetRequest, saveBudgetRequest } from './save-budget-request.ts'
