import type { PlanId } from '@tien-do/domain/ids'
import type { FeatureRoutes } from '../../http/house.ts'
import { PlanParams, ref } from '../../http/shapes.ts'
import { getPlanRow } from '../plans/index.ts'
import { ChangeEvent, ChangeFeed, FeedQuery } from './feed.schema.ts'
import { listChanges } from './feed.service.ts'

export const feedRoutes: FeatureRoutes =
  ({ cursors }) =>
  async (app) => {
    for (const schema of [ChangeEvent, ChangeFeed]) app.addSchema(schema)

    app.get(
      '/plans/:plan/changes',
      {
        config: { permission: 'change.read' },
        schema: {
          operationId: 'listChanges',
          summary: 'What changed, oldest first; keep the last `next` to go on from',
          tags: ['feed'],
          params: PlanParams,
          querystring: FeedQuery,
          response: { 200: ref(ChangeFeed) },
        },
      },
      async ({ params, query, context }) => {
        const row = await getPlanRow(context, params.plan)
        const scope = `changes ${params.plan}`
        const [revision, seq] = query.after
          ? (cursors.decode(scope, query.after) as [number, number])
          : [0, 0]
        const { items, position, caughtUp } = await listChanges(
          context,
          row.id as PlanId,
          { revision, seq },
          query.limit,
        )
        return { items, next: cursors.encode(scope, [position.revision, position.seq]), caughtUp }
      },
    )
  }
