export { ChecklistCard } from './checklist-card.tsx'
