// The steps of a figure's life: one figure or many, the same acts.
import type { MeasurementAct } from '@tien-do/domain/measurement'
import { MEASUREMENT_ACTS } from '@tien-do/domain/measurement'
import { Type } from 'typebox'
import { IF_MATCH, requiredEtag } from '../../http/etag.ts'
import type { FeatureRoutes } from '../../http/house.ts'
import { IDEMPOTENCY_KEY } from '../../http/idempotency.ts'
import { PlanParams, ref } from '../../http/shapes.ts'
import { Measurement, MeasurementParams, toWire } from './measurements.schema.ts'
import { submitMeasurement, withdrawMeasurement } from './move-measurement.ts'
import { MeasurementMoveResults, MeasurementMoves } from './move-measurements.schema.ts'
import { moveMeasurements } from './move-measurements.ts'
import { showingTo } from './showing.ts'

const tags = ['measurements']
const URL = '/plans/:plan/measurements'

const MANY = [
  ['submit', 'submitMeasurements', 'Submit many figures: each has an outcome of its own'],
  ['withdraw', 'withdrawMeasurements', 'Take many submitted figures back'],
  ['approve', 'approveMeasurements', 'Approve many figures: each has an outcome of its own'],
  ['return', 'returnMeasurements', 'Send many figures back, with a reason for all or for each'],
] as const satisfies readonly (readonly [MeasurementAct, string, string])[]

const ONE = [
  ['submit', 'submitMeasurement', 'Submit a draft or a returned figure', submitMeasurement],
  ['withdraw', 'withdrawMeasurement', 'Take a submitted figure back', withdrawMeasurement],
] as const

export const measurementMoveRoutes: FeatureRoutes =
  ({ answerOnce }) =>
  async (app) => {
    for (const schema of [MeasurementMoves, MeasurementMoveResults]) app.addSchema(schema)

    for (const [act, operationId, summary] of MANY)
      app.post(
        `${URL}/${act}`,
        {
          config: { permission: MEASUREMENT_ACTS[act].action },
          schema: {
            operationId,
            summary,
            tags,
            params: PlanParams,
            headers: Type.Object(IDEMPOTENCY_KEY),
            body: ref(MeasurementMoves),
            response: { 200: ref(MeasurementMoveResults) },
          },
        },
        (request, reply) =>
          answerOnce(request, reply, 200, (context) =>
            moveMeasurements(context, request.params.plan, act, request.body),
          ),
      )

    for (const [act, operationId, summary, move] of ONE)
      app.post(
        `${URL}/:id/${act}`,
        {
          config: { permission: MEASUREMENT_ACTS[act].action },
          schema: {
            operationId,
            summary,
            tags,
            params: MeasurementParams,
            headers: Type.Object({ ...IF_MATCH, ...IDEMPOTENCY_KEY }),
            response: { 200: ref(Measurement) },
          },
        },
        (request, reply) => {
          const seen = requiredEtag(request)
          const { plan, id } = request.params
          return answerOnce(request, reply, 200, async (context) =>
            toWire(await move(context, plan, id, seen), await showingTo(context, plan)),
          )
        },
      )
  }
