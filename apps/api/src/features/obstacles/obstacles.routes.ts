import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Context } from '../../core/context.ts'
import { IF_MATCH, requiredVersion } from '../../http/etag.ts'
import type { FeatureRoutes } from '../../http/house.ts'
import { IDEMPOTENCY_KEY } from '../../http/idempotency.ts'
import { linked, pageOf } from '../../http/paging.ts'
import { PlanParams, ref } from '../../http/shapes.ts'
import { getPlan, today } from '../plans/index.ts'
import {
  acknowledgeObstacle,
  consolidateObstacle,
  decideObstacle,
  mergeObstacle,
  referObstacle,
  reopenObstacle,
  resolveObstacle,
  returnObstacle,
  submitObstacle,
} from './move-obstacle.ts'
import {
  historyToWire,
  NewObstacle,
  Obstacle,
  ObstacleChange,
  ObstacleDecision,
  ObstacleHistory,
  ObstacleMerge,
  ObstaclePage,
  ObstacleParams,
  ObstacleProposal,
  ObstacleQuery,
  ObstacleReferral,
  ObstacleResult,
  ObstacleReturn,
  toWire,
} from './obstacles.schema.ts'
import { getObstacle, listObstacles } from './obstacles.service.ts'
import { amendObstacle, raiseObstacle } from './raise-obstacle.ts'

const tags = ['obstacles']
const URL = '/plans/:plan/obstacles'
const ONE = `${URL}/:code`

export const obstacleRoutes: FeatureRoutes =
  ({ answerOnce, cursors }) =>
  async (app) => {
    for (const schema of [
      ...[NewObstacle, ObstacleChange, ObstacleReturn, ObstacleProposal, ObstacleMerge, ObstacleDecision],
      ...[ObstacleReferral, ObstacleResult, Obstacle, ObstaclePage, ObstacleHistory],
    ])
      app.addSchema(schema)

    app.get(
      URL,
      {
        config: { permission: 'obstacle.read' },
        schema: {
          operationId: 'listObstacles',
          summary: 'Obstacles, newest number first',
          tags,
          params: PlanParams,
          querystring: ObstacleQuery,
          response: { 200: ref(ObstaclePage) },
        },
      },
      async (request, reply) => {
        const { params, query, context } = request
        const { cursor, limit, ...filters } = query
        const scope = `obstacles ${params.plan} ${JSON.stringify(filters)}`
        const [year, number] = cursor ? (cursors.decode(scope, cursor) as [number, number]) : []
        const after = year !== undefined && number !== undefined ? { year, number } : null
        const { plan, rows } = await listObstacles(context, params.plan, query, after)
        const page = pageOf(
          rows,
          limit,
          (row) => toWire(row, plan, context.actor, today(context)),
          (row) => cursors.encode(scope, [row.year, row.number]),
        )
        return linked(request, reply, page)
      },
    )

    app.get(
      ONE,
      {
        config: { permission: 'obstacle.read' },
        schema: {
          operationId: 'getObstacle',
          summary: 'One obstacle, with its history',
          tags,
          params: ObstacleParams,
          response: { 200: ref(ObstacleHistory) },
        },
      },
      async ({ params, context }, reply) => {
        const { plan, row, events, merged } = await getObstacle(context, params.plan, params.code)
        const obstacle = toWire(row, plan, context.actor, today(context))
        reply.header('etag', obstacle.etag)
        return { obstacle, events: historyToWire(events), merged }
      },
    )

    app.post(
      URL,
      {
        config: { permission: 'obstacle.raise' },
        schema: {
          operationId: 'raiseObstacle',
          summary: 'Raise an obstacle, or a finding on a cable route',
          tags,
          params: PlanParams,
          headers: Type.Object(IDEMPOTENCY_KEY),
          body: ref(NewObstacle),
          response: { 201: ref(Obstacle) },
        },
      },
      (request, reply) =>
        answerOnce(request, reply, 201, async (context) =>
          shown(
            context,
            request.params.plan,
            await raiseObstacle(context, request.params.plan, request.body),
          ),
        ),
    )

    app.patch(
      ONE,
      {
        config: { permission: 'obstacle.amend' },
        schema: {
          operationId: 'amendObstacle',
          summary: 'Say it better; what was returned is sent again by it',
          tags,
          params: ObstacleParams,
          headers: Type.Object(IF_MATCH),
          body: ref(ObstacleChange),
          response: { 200: ref(Obstacle) },
        },
      },
      async (request) => {
        const { params, body, context } = request
        const seen = requiredVersion(request)
        return shown(context, params.plan, await amendObstacle(context, params.plan, params.code, seen, body))
      },
    )

    const moving = <const Name extends string>(operationId: Name, summary: string) => ({
      operationId,
      summary,
      tags,
      params: ObstacleParams,
      headers: Type.Object({ ...IF_MATCH, ...IDEMPOTENCY_KEY }),
      response: { 200: ref(Obstacle) },
    })
    type Move = ReturnType<typeof returnObstacle>
    const run = (
      request: FastifyRequest,
      reply: Parameters<typeof answerOnce>[1],
      { plan, code }: { plan: string; code: string },
      move: Move,
    ) => {
      const seen = requiredVersion(request)
      return answerOnce(request, reply, 200, async (context) =>
        shown(context, plan, await move(context, plan, code, seen)),
      )
    }

    app.post(
      `${ONE}/return`,
      {
        config: { permission: 'obstacle.return' },
        schema: { ...moving('returnObstacle', 'Send it back, with the reason'), body: ref(ObstacleReturn) },
      },
      (request, reply) => run(request, reply, request.params, returnObstacle(request.body.reason)),
    )
    app.post(
      `${ONE}/consolidate`,
      {
        config: { permission: 'obstacle.consolidate' },
        schema: {
          ...moving('consolidateObstacle', 'Write the proposal to the leader'),
          body: ref(ObstacleProposal),
        },
      },
      (request, reply) => run(request, reply, request.params, consolidateObstacle(request.body)),
    )
    app.post(
      `${ONE}/merge`,
      {
        config: { permission: 'obstacle.merge' },
        schema: {
          ...moving('mergeObstacle', 'It is the same as another, which lives on'),
          body: ref(ObstacleMerge),
        },
      },
      (request, reply) =>
        run(request, reply, request.params, mergeObstacle(request.body.into, request.body.reason ?? null)),
    )
    app.post(
      `${ONE}/submit`,
      {
        config: { permission: 'obstacle.submit' },
        schema: moving('submitObstacle', 'Put it before the leader'),
      },
      (request, reply) => run(request, reply, request.params, submitObstacle),
    )
    app.post(
      `${ONE}/decide`,
      {
        config: { permission: 'obstacle.decide' },
        schema: {
          ...moving('decideObstacle', 'Decide who acts, and by when'),
          body: ref(ObstacleDecision),
        },
      },
      (request, reply) => run(request, reply, request.params, decideObstacle(request.body)),
    )
    app.post(
      `${ONE}/refer`,
      {
        config: { permission: 'obstacle.refer' },
        schema: {
          ...moving('referObstacle', 'Beyond the ward’s authority: recommend it to the superior'),
          body: ref(ObstacleReferral),
        },
      },
      (request, reply) => run(request, reply, request.params, referObstacle(request.body.decision)),
    )
    app.post(
      `${ONE}/resolve`,
      {
        config: { permission: 'obstacle.resolve' },
        schema: { ...moving('resolveObstacle', 'It is out of the way'), body: ref(ObstacleResult) },
      },
      (request, reply) => run(request, reply, request.params, resolveObstacle(request.body.result)),
    )
    app.post(
      `${ONE}/reopen`,
      {
        config: { permission: 'obstacle.reopen' },
        schema: {
          ...moving('reopenObstacle', 'It is in the way again, with the reason'),
          body: ref(ObstacleReturn),
        },
      },
      (request, reply) => run(request, reply, request.params, reopenObstacle(request.body.reason)),
    )
    app.post(
      `${ONE}/acknowledge`,
      {
        config: { permission: 'obstacle.acknowledge' },
        schema: moving('acknowledgeObstacle', 'The answer was seen by who raised it'),
      },
      (request, reply) => run(request, reply, request.params, acknowledgeObstacle),
    )
  }

async function shown(context: Context, planCode: string, row: Parameters<typeof toWire>[0]) {
  return toWire(row, await getPlan(context, planCode), context.actor, today(context))
}
