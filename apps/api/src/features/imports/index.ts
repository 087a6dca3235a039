export { importRows } from './imports.service.ts'
