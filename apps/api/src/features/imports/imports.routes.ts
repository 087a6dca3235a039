import type { FastifyRequest } from 'fastify'
import { AppError } from '../../core/errors.ts'
import type { FeatureRoutes } from '../../http/house.ts'
import { linked, pageOf } from '../../http/paging.ts'
import { languageOf } from '../../http/problems.ts'
import { PlanParams, ref } from '../../http/shapes.ts'
import { validatorsButBodies } from '../../http/validation.ts'
import { DEFAULT_OPTIONS, type ImportRun } from './import-run.ts'
import {
  briefOf,
  ErrorsQuery,
  IMPORT_SHAPES,
  ImportBody,
  ImportHeaders,
  ImportPage,
  ImportParams,
  ImportProblem,
  ImportQuery,
  ImportReport,
  RejectedRows,
  RunsQuery,
  toWire,
} from './imports.schema.ts'
import { getImport, importRows, judgeImport, keepRun, listImports, writeImport } from './imports.service.ts'
import { CONTENT_TYPES, type ImportSource } from './open-sheet.ts'
import { rejectedRowsCsv } from './rejected-rows.ts'

const tags = ['imports']
const URL = '/plans/:plan/imports'
const BODY_LIMIT = 50 * 1024 * 1024
const MANY_ROWS = 10_000

/** Takes the idempotency key's transaction back with it: a rejected import may be sent again with the same key. */
class Rejected extends Error {
  readonly run: ImportRun
  constructor(run: ImportRun) {
    super('rejected')
    this.run = run
  }
}

export const importRoutes: FeatureRoutes =
  ({ answerOnce, cursors, settle }) =>
  async (app) => {
    for (const schema of IMPORT_SHAPES) app.addSchema(schema)
    app.removeAllContentTypeParsers()
    app.addContentTypeParser(
      CONTENT_TYPES,
      { parseAs: 'buffer', bodyLimit: BODY_LIMIT },
      (_request, body, done) => done(null, body),
    )
    app.setValidatorCompiler(validatorsButBodies)

    app.post(
      URL,
      {
        bodyLimit: BODY_LIMIT,
        config: { permission: 'rows.import', idempotency: 'required' },
        schema: {
          operationId: 'importRows',
          tags,
          params: PlanParams,
          querystring: ImportQuery,
          headers: ImportHeaders,
          body: ImportBody,
          summary:
            'Import rows of a resource: 200 all applied (or validated), 207 some rejected, 422 nothing written',
          response: {
            200: ref(ImportReport),
            207: ref(ImportReport),
            422: {
              description: 'Rejected: nothing was written',
              content: { 'application/problem+json': { schema: ref(ImportProblem) } },
            },
          },
        },
      },
      async (request, reply) => {
        const { query, context } = request
        const { plan } = request.params
        const language = languageOf(request)
        // A validation changes nothing, so it needs no key and is never replayed: it answers for the plan as it is now.
        if (query.mode === 'validate')
          return toWire(plan, await importRows(context, plan, sourceOf(request), query), language)
        const judged = await judgeImport(context, plan, sourceOf(request), {
          ...DEFAULT_OPTIONS,
          ...query,
        })
        let written = 0
        try {
          await answerOnce(
            request,
            reply,
            (report: Pick<ImportRun['report'], 'status'>) => (report.status === 'partial' ? 207 : 200),
            async (inside) => {
              const run = await writeImport(inside, judged)
              if (run.report.status === 'rejected') throw new Rejected(run)
              await keepRun(inside, run)
              written = run.report.counts.created + run.report.counts.updated
              return toWire(plan, run.report, language)
            },
          )
        } catch (error) {
          if (!(error instanceof Rejected)) throw error
          await keepRun(context, error.run)
          throw new AppError('import.rejected', {
            members: { report: toWire(plan, error.run.report, language) },
          })
        }
        if (written >= MANY_ROWS) await settle()
        return reply
      },
    )

    app.get(
      URL,
      {
        config: { permission: 'rows.import' },
        schema: {
          operationId: 'listImports',
          summary: 'Imports, newest first',
          tags,
          params: PlanParams,
          querystring: RunsQuery,
          response: { 200: ref(ImportPage) },
        },
      },
      async (request, reply) => {
        const { params, query, context } = request
        const scope = `imports ${params.plan}`
        const [after = null] = query.cursor ? (cursors.decode(scope, query.cursor) as [string]) : []
        const rows = await listImports(context, params.plan, after, query.limit)
        const page = pageOf(
          rows,
          query.limit,
          (row) => ({ ...briefOf(params.plan, row.run.report), by: row.byName }),
          (row) => cursors.encode(scope, [row.id]),
        )
        return linked(request, reply, page)
      },
    )

    app.get(
      `${URL}/:id`,
      {
        config: { permission: 'rows.import' },
        schema: {
          operationId: 'getImport',
          summary: 'What came of an import',
          tags,
          params: ImportParams,
          response: { 200: ref(ImportReport) },
        },
      },
      async (request) => {
        const { run } = await getImport(request.context, request.params.plan, request.params.id)
        return toWire(request.params.plan, run.report, languageOf(request))
      },
    )

    app.get(
      `${URL}/:id/errors`,
      {
        config: { permission: 'rows.import' },
        schema: {
          operationId: 'listRejectedRows',
          summary: 'The rejected rows as given, with what is wrong: mend them and send them again',
          tags,
          params: ImportParams,
          querystring: ErrorsQuery,
          response: {
            200: {
              description: 'CSV',
              content: { 'text/csv': { schema: RejectedRows } },
            },
          },
        },
      },
      async (request, reply) => {
        const { id, run } = await getImport(request.context, request.params.plan, request.params.id)
        reply
          .type('text/csv; charset=utf-8')
          .header('content-disposition', `attachment; filename="rejected-${id}.csv"`)
        return reply.send(rejectedRowsCsv(run, languageOf(request)))
      },
    )
  }

function sourceOf({ headers, body }: Pick<FastifyRequest, 'headers' | 'body'>): ImportSource {
  const digest = headers['content-digest']
  return {
    body: body as Buffer,
    contentType: headers['content-type'] ?? '',
    contentEncoding: headers['content-encoding'],
    contentDigest: Array.isArray(digest) ? digest.join(',') : digest,
  }
}
