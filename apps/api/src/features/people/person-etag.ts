import { canonicalJson, sha256 } from '../../core/canonical-json.ts'
import type { PersonWithRoles } from './roles.repo.ts'

/** Of what an administrator may change: the roles, and whether the person may enter. */
export function etagOfPerson({ id, roles, disabledAt }: PersonWithRoles): string {
  return `"${sha256(canonicalJson({ id, roles, disabledAt })).slice(0, 16)}"`
}
