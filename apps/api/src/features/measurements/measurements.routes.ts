import { Type } from 'typebox'
import { IF_MATCH, requiredEtag } from '../../http/etag.ts'
import type { FeatureRoutes } from '../../http/house.ts'
import { IDEMPOTENCY_KEY } from '../../http/idempotency.ts'
import { linked, pageOf, prefersTotal } from '../../http/paging.ts'
import { PlanParams, ref } from '../../http/shapes.ts'
import { correctMeasurement } from './correct-measurement.ts'
import {
  Measurement,
  MeasurementChange,
  MeasurementPage,
  MeasurementParams,
  MeasurementQuery,
  NewMeasurement,
  Returning,
  toWire,
} from './measurements.schema.ts'
import { getMeasurement, listMeasurements } from './measurements.service.ts'
import { approveMeasurement, returnMeasurement } from './move-measurement.ts'
import { recordMeasurement } from './record-measurement.ts'
import { CellBatch, CellBatchResult } from './save-measurements.schema.ts'
import { saveMeasurements } from './save-measurements.ts'
import { showingTo } from './showing.ts'

const tags = ['measurements']
const URL = '/plans/:plan/measurements'

export const measurementRoutes: FeatureRoutes =
  ({ answerOnce, cursors }) =>
  async (app) => {
    for (const schema of [
      NewMeasurement,
      MeasurementChange,
      Returning,
      Measurement,
      MeasurementPage,
      CellBatch,
      CellBatchResult,
    ])
      app.addSchema(schema)

    app.get(
      URL,
      {
        config: { permission: 'measurement.read' },
        schema: {
          operationId: 'listMeasurements',
          summary: 'Figures, newest day first',
          tags,
          params: PlanParams,
          querystring: MeasurementQuery,
          response: { 200: ref(MeasurementPage) },
        },
      },
      async (request, reply) => {
        const { params, query, context } = request
        const { cursor, limit, ...filters } = query
        const scope = `measurements ${params.plan} ${JSON.stringify(filters)}`
        const [on, id] = cursor ? (cursors.decode(scope, cursor) as [string, string]) : []
        const to = await showingTo(context, params.plan)
        const { rows, total } = await listMeasurements(context, params.plan, query, {
          after: on && id ? { on, id } : null,
          withTotal: prefersTotal(request),
        })
        if (total !== null) reply.header('preference-applied', 'return=total-count')
        const page = pageOf(
          rows,
          limit,
          (row) => toWire(row, to),
          (row) => cursors.encode(scope, [row.on, row.id]),
        )
        return linked(request, reply, total === null ? page : { ...page, total })
      },
    )

    app.get(
      `${URL}/:id`,
      {
        config: { permission: 'measurement.read' },
        schema: {
          operationId: 'getMeasurement',
          summary: 'One figure',
          tags,
          params: MeasurementParams,
          response: { 200: ref(Measurement) },
        },
      },
      async ({ params, context }, reply) => {
        const row = await getMeasurement(context, params.plan, params.id)
        const body = toWire(row, await showingTo(context, params.plan))
        reply.header('etag', body.etag)
        return body
      },
    )

    app.post(
      URL,
      {
        config: { permission: 'measurement.record' },
        schema: {
          operationId: 'recordMeasurement',
          summary: 'Take down a figure',
          tags,
          params: PlanParams,
          headers: Type.Object(IDEMPOTENCY_KEY),
          body: ref(NewMeasurement),
          response: { 201: ref(Measurement) },
        },
      },
      (request, reply) =>
        answerOnce(request, reply, 201, async (context) =>
          toWire(
            await recordMeasurement(context, request.params.plan, request.body),
            await showingTo(context, request.params.plan),
          ),
        ),
    )

    app.patch(
      URL,
      {
        config: { permission: 'measurement.save' },
        schema: {
          operationId: 'saveMeasurements',
          summary: 'Save the cells of an entry grid: each has an outcome of its own',
          tags,
          params: PlanParams,
          headers: Type.Object(IDEMPOTENCY_KEY),
          body: ref(CellBatch),
          response: { 200: ref(CellBatchResult) },
        },
      },
      (request, reply) =>
        answerOnce(request, reply, 200, (context) =>
          saveMeasurements(context, request.params.plan, request.body.cells),
        ),
    )

    app.patch(
      `${URL}/:id`,
      {
        config: { permission: 'measurement.correct' },
        schema: {
          operationId: 'correctMeasurement',
          summary: 'Correct a figure, with the reason: a new revision',
          tags,
          params: MeasurementParams,
          headers: Type.Object(IF_MATCH),
          body: ref(MeasurementChange),
          response: { 200: ref(Measurement) },
        },
      },
      async (request) => {
        const { params, body, context } = request
        return toWire(
          await correctMeasurement(context, params.plan, params.id, requiredEtag(request), body),
          await showingTo(context, params.plan),
        )
      },
    )

    app.post(
      `${URL}/:id/approve`,
      {
        config: { permission: 'measurement.approve' },
        schema: {
          operationId: 'approveMeasurement',
          summary: 'Approve a submitted figure',
          tags,
          params: MeasurementParams,
          headers: Type.Object({ ...IF_MATCH, ...IDEMPOTENCY_KEY }),
          response: { 200: ref(Measurement) },
        },
      },
      (request, reply) => {
        const seen = requiredEtag(request)
        return answerOnce(request, reply, 200, async (context) =>
          toWire(
            await approveMeasurement(context, request.params.plan, request.params.id, seen),
            await showingTo(context, request.params.plan),
          ),
        )
      },
    )

    app.post(
      `${URL}/:id/return`,
      {
        config: { permission: 'measurement.return' },
        schema: {
          operationId: 'returnMeasurement',
          summary: 'Send a submitted figure back, with the reason',
          tags,
          params: MeasurementParams,
          headers: Type.Object({ ...IF_MATCH, ...IDEMPOTENCY_KEY }),
          body: ref(Returning),
          response: { 200: ref(Measurement) },
        },
      },
      (request, reply) => {
        const seen = requiredEtag(request)
        return answerOnce(request, reply, 200, async (context) =>
          toWire(
            await returnMeasurement(
              context,
              request.params.plan,
              request.params.id,
              seen,
              request.body.reason,
            ),
            await showingTo(context, request.params.plan),
          ),
        )
      },
    )
  }
