import { Type } from 'typebox'
import type { FeatureRoutes } from '../../http/house.ts'
import { PlanParams, ref } from '../../http/shapes.ts'
import { confirmSlip } from './confirm-slip.ts'
import { issueSlip } from './issue-slip.ts'
import { slipToWire } from './slip-view.ts'
import { IssuedSlip, NewSlip, Slip, SlipList, SlipParams, SlipQuery } from './slips.schema.ts'
import { listSlips, revokeSlip } from './slips.service.ts'

const tags = ['slips']
const URL = '/plans/:plan/slips'

export const slipRoutes: FeatureRoutes = () => async (app) => {
  for (const schema of [NewSlip, Slip, IssuedSlip, SlipList]) app.addSchema(schema)

  app.get(
    URL,
    {
      config: { permission: 'slip.read' },
      schema: {
        operationId: 'listSlips',
        summary: 'The slips of a year, with what came back',
        tags,
        params: PlanParams,
        querystring: SlipQuery,
        response: { 200: ref(SlipList) },
      },
    },
    async ({ params, query, context }) => {
      const slips = await listSlips(context, params.plan, query.year)
      return { items: slips.map(({ row, figures }) => slipToWire(row, figures, context.now())) }
    },
  )

  app.post(
    URL,
    {
      config: { permission: 'slip.issue' },
      schema: {
        operationId: 'issueSlip',
        summary: 'Make a slip for the head of an area; the secret of its link is shown once',
        tags,
        params: PlanParams,
        body: ref(NewSlip),
        response: { 201: ref(IssuedSlip) },
      },
    },
    async ({ params, body, context }, reply) => {
      // Never through the store of answers: the secret is kept nowhere.
      const { row, secret } = await issueSlip(context, params.plan, body)
      return reply.code(201).send({ ...slipToWire(row, [], context.now()), secret })
    },
  )

  app.delete(
    `${URL}/:id`,
    {
      config: { permission: 'slip.revoke' },
      schema: {
        operationId: 'revokeSlip',
        summary: 'Close the link, at once',
        tags,
        params: SlipParams,
        response: { 200: ref(Slip) },
      },
    },
    async ({ params, context }) => {
      const { row, figures } = await revokeSlip(context, params.plan, params.id)
      return slipToWire(row, figures, context.now())
    },
  )

  app.post(
    `${URL}/:id/confirm`,
    {
      config: { permission: 'slip.confirm' },
      schema: {
        operationId: 'confirmSlip',
        summary: 'Take what was sent into the entry grid, with its sender as the source',
        tags,
        params: SlipParams,
        body: Type.Object({}, { additionalProperties: false, examples: [{}] }),
        response: { 200: ref(Slip) },
      },
    },
    async ({ params, context }) => {
      const { row, figures } = await confirmSlip(context, params.plan, params.id)
      return slipToWire(row, figures, context.now())
    },
  )
}
