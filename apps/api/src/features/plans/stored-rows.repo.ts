// What the parts of a plan share when they are written and read.
import { and, eq, notInArray, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Tx } from '../../core/context.ts'
import {
  type area,
  type deadline,
  type department,
  type indicator,
  PLAN_BODY_PARTS,
  type PlanBody,
  type task,
} from '../../db/schema/index.ts'

type CodedTable = typeof area | typeof deadline | typeof department | typeof indicator | typeof task

/** Drops what the file no longer has; a foreign key refuses what figures or people point to. */
export async function dropOthers(
  tx: Tx,
  table: CodedTable,
  planId: string,
  codes: readonly string[],
): Promise<void> {
  await tx.delete(table).where(and(eq(table.planId, planId), notInArray(table.code, [...codes])))
}

/** The codes of entries, to keep. */
export function codesOf(entries: readonly { readonly code: string }[]): string[] {
  return entries.map((entry) => entry.code)
}

/** `set column = excluded.column` for the named columns (by their names in the database). */
export function replaced(table: PgTable, columns: readonly string[]): Record<string, unknown> {
  const keys = Object.entries(table as unknown as Record<string, { name?: string }>)
  return Object.fromEntries(
    columns.map((name) => [
      keys.find(([, column]) => column?.name === name)![0],
      sql`excluded.${sql.identifier(name)}`,
    ]),
  )
}

/** The parts that are kept as they are, in the order of a plan file: the database does not keep their order. */
export function bodyOf(source: PlanBody): PlanBody {
  // A part that came after the plan was stored is empty.
  const empty = {
    arrangements: [],
    areaEvents: [],
    reportTemplate: null,
  } as const satisfies Partial<PlanBody>
  const parts = PLAN_BODY_PARTS.map((part) => [part, { ...empty, ...source }[part]])
  const body = Object.fromEntries(parts) as unknown as PlanBody
  const recipients = body.document.recipients.map((each) => ({
    ...each,
    department: each.department ?? null,
  }))
  const departmentEvents = body.departmentEvents.map((event) => ({
    ...event,
    reporting: event.reporting ?? [],
  }))
  return { ...body, departmentEvents, document: { ...body.document, recipients } }
}
