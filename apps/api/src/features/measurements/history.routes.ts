import { Type } from 'typebox'
import type { FeatureRoutes } from '../../http/house.ts'
import { IDEMPOTENCY_KEY } from '../../http/idempotency.ts'
import { linked, pageOf } from '../../http/paging.ts'
import { PlanParams, ref } from '../../http/shapes.ts'
import {
  ComparisonQuery,
  comparisonToWire,
  HistoryQuery,
  MeasurementComparison,
  MeasurementHistory,
  MeasurementRevision,
  revisionToWire,
} from './history.schema.ts'
import { compareMeasurements, listHistory } from './history.service.ts'
import { showingTo } from './showing.ts'
import { BatchParams, BatchUndo } from './undo-batch.schema.ts'
import { undoBatch } from './undo-batch.ts'

const tags = ['measurements']
const URL = '/plans/:plan/measurements'

export const measurementHistoryRoutes: FeatureRoutes =
  ({ answerOnce, cursors }) =>
  async (app) => {
    for (const schema of [MeasurementRevision, MeasurementHistory, MeasurementComparison, BatchUndo])
      app.addSchema(schema)

    app.get(
      `${URL}/history`,
      {
        config: { permission: 'measurement.read' },
        schema: {
          operationId: 'listMeasurementHistory',
          summary: 'Every revision: who, when, before, after, why; newest first',
          tags,
          params: PlanParams,
          querystring: HistoryQuery,
          response: { 200: ref(MeasurementHistory) },
        },
      },
      async (request, reply) => {
        const { params, query, context } = request
        const { cursor, limit, ...filters } = query
        const scope = `history ${params.plan} ${JSON.stringify(filters)}`
        const [after] = cursor ? (cursors.decode(scope, cursor) as [string]) : []
        const to = await showingTo(context, params.plan)
        const rows = await listHistory(context, params.plan, query, after ?? null)
        const page = pageOf(
          rows,
          limit,
          (row) => revisionToWire(row, to),
          (row) => cursors.encode(scope, [row.id]),
        )
        return linked(request, reply, page)
      },
    )

    app.get(
      `${URL}/comparison`,
      {
        config: { permission: 'measurement.read' },
        schema: {
          operationId: 'compareMeasurements',
          summary: 'What was in force at the end of one day and of another, where they differ',
          tags,
          params: PlanParams,
          querystring: ComparisonQuery,
          response: { 200: ref(MeasurementComparison) },
        },
      },
      async ({ params, query, context }) => {
        const differences = await compareMeasurements(context, params.plan, query)
        return comparisonToWire(query, differences, await showingTo(context, params.plan))
      },
    )

    app.post(
      '/plans/:plan/measurement-batches/:id/undo',
      {
        config: { permission: 'measurement.undo' },
        schema: {
          operationId: 'undoBatch',
          summary: 'Take back what was saved together; what was built upon stays, and is named',
          tags,
          params: BatchParams,
          headers: Type.Object(IDEMPOTENCY_KEY),
          response: { 200: ref(BatchUndo) },
        },
      },
      (request, reply) =>
        answerOnce(request, reply, 200, (context) =>
          undoBatch(context, request.params.plan, request.params.id),
        ),
    )
  }
