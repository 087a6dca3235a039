import { columnsOf } from '@tien-do/domain/import-columns'
import type { ImportResource } from '@tien-do/domain/import-options'
import { authorize } from '../../core/authorize.ts'
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { getPlan, type PlanInForce, today } from '../plans/index.ts'
import { declarationOf, EXPORTED, type Pages } from './exported.ts'
import { codeLists, templateRows } from './template-rows.ts'
import { type ExportFormat, MEDIA_TYPES, WRITERS, type Writing } from './write-rows.ts'
import { writeTemplate } from './write-template.ts'

export interface ExportOptions {
  readonly format: ExportFormat
  readonly language: Writing['language']
  readonly separator: Writing['separator']
  /** Only the rows of this department. */
  readonly department?: string | undefined
  /** Only the headings of what can be filled in. */
  readonly template: boolean
}

export interface ExportedFile {
  readonly mediaType: string
  readonly name: string
  /** The same without marks, for what knows no others. */
  readonly plainName: string
  readonly content: AsyncIterable<string | Uint8Array>
}

/** A resource as the file that its import reads; nothing is read before the first byte is asked for. */
export async function exportRows(
  context: Context,
  planCode: string,
  resource: ImportResource,
  { format, language, separator, department, template }: ExportOptions,
): Promise<ExportedFile> {
  const plan = await getPlan(context, planCode)
  const { read, title, pages } = EXPORTED[resource]
  authorize(context.actor, read, { plan: plan.code })
  if (department !== undefined && !plan.departments.has(department))
    throw new AppError('department.not-found', { members: { department } })
  const writing = { columns: columnsToWrite(resource, template), language, separator, sheetName: title }
  const on = today(context)
  const word = template ? 'Mẫu ' : ''
  const toFillIn = template && format === 'xlsx'
  return {
    mediaType: MEDIA_TYPES[format],
    name: `${word}${title} ${on}.${format}`,
    plainName: `${template ? 'template-' : ''}${resource}-${on}.${format}`,
    content: toFillIn
      ? templateOf(context, plan, resource, department, writing)
      : WRITERS[format](template ? [] : ofDepartment(pages(context, plan), department), writing),
  }
}

async function* templateOf(
  context: Context,
  plan: PlanInForce,
  resource: ImportResource,
  department: string | undefined,
  writing: Writing,
) {
  const rows = await templateRows(context, plan, resource, department)
  yield await writeTemplate(writing, rows, codeLists(context, plan, department))
}

function columnsToWrite(resource: ImportResource, template: boolean): Writing['columns'] {
  const { columns } = declarationOf(resource)
  return Object.fromEntries(
    columnsOf(columns)
      .filter((column) => !(template && columns[column]!.readOnly))
      .map((column) => [column, columns[column]!]),
  )
}

async function* ofDepartment(pages: Pages, department: string | undefined) {
  for await (const page of pages)
    yield department === undefined ? page : page.filter((row) => row.department === department)
}
