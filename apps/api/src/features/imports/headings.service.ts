import { headingKey } from '@tien-do/domain/import-columns'
import type { ImportResource } from '@tien-do/domain/import-options'
import { authorize } from '../../core/authorize.ts'
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { getPlan, getPlanForChange } from '../plans/index.ts'
import { findHeadings, type KnownHeading, storeHeadings } from './headings.repo.ts'
import { RESOURCES } from './resources.ts'

const MOST_HEADINGS = 300

export async function getHeadings(
  context: Context,
  planCode: string,
  resource: ImportResource,
): Promise<readonly KnownHeading[]> {
  const { id, code } = await getPlan(context, planCode)
  authorize(context.actor, 'rows.import', { plan: code })
  return findHeadings(context.read, id, resource)
}

/** Adds to what is known of a resource's headings; what is said again counts as it was said last. */
export function rememberHeadings(
  context: Context,
  planCode: string,
  resource: ImportResource,
  said: readonly KnownHeading[],
): Promise<readonly KnownHeading[]> {
  checkColumns(resource, said)
  return inPlan(context, planCode, resource, (known) => {
    const now = new Set(said.map(({ heading }) => headingKey(heading)))
    return [...known.filter(({ heading }) => !now.has(headingKey(heading))), ...said].slice(-MOST_HEADINGS)
  })
}

export async function forgetHeadings(
  context: Context,
  planCode: string,
  resource: ImportResource,
): Promise<void> {
  await inPlan(context, planCode, resource, () => [])
}

async function inPlan(
  context: Context,
  planCode: string,
  resource: ImportResource,
  change: (known: readonly KnownHeading[]) => readonly KnownHeading[],
) {
  const { id, code } = await getPlan(context, planCode)
  return context.change({ action: 'rows.import', plan: { id, code } }, async (tx, record) => {
    await getPlanForChange(tx, code)
    const before = await findHeadings(tx, id, resource)
    const after = change(before)
    await storeHeadings(tx, id, resource, after)
    record({ resource: 'import-headings', id, code: resource, before, after })
    return after
  })
}

/** A heading stands for a column that a file may fill. */
function checkColumns(resource: ImportResource, said: readonly KnownHeading[]): void {
  const { columns } = RESOURCES[resource].declaration
  const faults = said.flatMap(({ column }, index) =>
    column === null || (Object.hasOwn(columns, column) && !columns[column]?.readOnly)
      ? []
      : [
          {
            pointer: `/headings/${index}/column`,
            in: 'body' as const,
            code: 'unknown_column',
            message: `not a column of ${resource}`,
          },
        ],
  )
  if (faults.length > 0) throw new AppError('validation-failed', { faults })
}
