import rateLimit from '@fastify/rate-limit'
import type { FeatureRoutes } from '../../http/house.ts'
import { ref } from '../../http/shapes.ts'
import { answerSlip, openSlip } from './open-slip.ts'
import { sheetToWire } from './slip-view.ts'
import { SecretParams, SlipAnswer, SlipSheet } from './slips.schema.ts'

const tags = ['slips']
const URL = '/slips/:secret'
/** How often one address may open or send a slip: a person with a phone, not a machine that guesses. */
const TRIES = { max: 120, timeWindow: '1 minute' }

/** What needs no account: the secret of the link is asked for instead. */
export const openSlipRoutes: FeatureRoutes = () => async (app) => {
  for (const schema of [SlipSheet, SlipAnswer]) app.addSchema(schema)
  await app.register(rateLimit, { global: false, enableDraftSpec: true })

  app.get(
    URL,
    {
      config: { permission: 'slip.open', rateLimit: TRIES },
      schema: {
        operationId: 'openSlip',
        summary: 'What a slip asks for: one area, a few numbers',
        tags,
        security: [],
        params: SecretParams,
        response: { 200: ref(SlipSheet) },
      },
    },
    async ({ params, context }) => {
      const { row, figures, form } = await openSlip(context, params.secret)
      return sheetToWire(row, figures, form, context.now())
    },
  )

  app.put(
    URL,
    {
      config: { permission: 'slip.answer', rateLimit: TRIES },
      schema: {
        operationId: 'answerSlip',
        summary: 'Send the numbers; sending again replaces what is not confirmed yet',
        tags,
        security: [],
        params: SecretParams,
        body: ref(SlipAnswer),
        response: { 200: ref(SlipSheet) },
      },
    },
    async (request) => {
      const { params, body, context } = request
      const opened = await openSlip(context, params.secret)
      await answerSlip(request.contextAs(opened.row.person), opened, body)
      const { row, figures, form } = await openSlip(context, params.secret)
      return sheetToWire(row, figures, form, context.now())
    },
  )
}
