export { verifyAccessAudit, verifyAudit } from './audit.service.ts'
