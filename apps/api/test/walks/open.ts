import { PLAN } from '../harness.ts'
import type { Walk } from './walker.ts'

export const walkOpen: Walk = async ({ step, admin }) => {
  const setting = await step('getPublication', admin.get(`${PLAN}/publication`))
  const choice = { isPublic: true, parts: ['series', 'reports', 'deadlines'] }
  await step(
    'changePublication',
    admin.put(`${PLAN}/publication`).set('if-match', setting.body.etag).send(choice),
  )
}
