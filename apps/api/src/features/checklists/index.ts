export { exportChecklistItems, importChecklistItems } from './import-items.ts'
export { saveChecklist } from './save-checklist.ts'
