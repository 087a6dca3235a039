// The door: what other features may show of money.

export { shownMoney } from './budget-words.ts'
export { budgetQuery, budgetRequestQuery } from './queries.ts'
