export { saveChecklist } from './save-checklist.ts'
