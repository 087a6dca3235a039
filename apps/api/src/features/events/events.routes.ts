import type { FeatureRoutes } from '../../http/house.ts'
import { ref } from '../../http/shapes.ts'
import { eventStreams } from './event-streams.ts'
import { EventStream, PlanRevisions } from './events.schema.ts'
import { eventText, listMissed, listRevisions, readSeen } from './events.service.ts'

const STREAM = 'text/event-stream'

export const eventRoutes: FeatureRoutes =
  ({ hints, heartbeatMs }) =>
  async (app) => {
    for (const schema of [PlanRevisions, EventStream]) app.addSchema(schema)
    const streams = eventStreams(hints, heartbeatMs)
    // A stream never ends by itself: the service would wait for it for ever.
    app.addHook('preClose', async () => streams.endAll())

    app.get(
      '/events',
      {
        config: { permission: 'event.read' },
        schema: {
          operationId: 'followEvents',
          summary: 'Hints of what changes, as a stream where it is accepted; else where each plan stands',
          tags: ['feed'],
          response: {
            200: {
              description: 'A stream that stays open; or the revisions, once',
              content: {
                'application/json': { schema: ref(PlanRevisions) },
                [STREAM]: { schema: ref(EventStream) },
              },
            },
          },
        },
      },
      async (request, reply) => {
        const revisions = await listRevisions(request.context)
        if (!request.headers.accept?.includes(STREAM)) return revisions
        const seen = readSeen(request.headers['last-event-id']?.toString())
        const missed = await listMissed(request.context, seen, revisions)
        for (const { plan, revision } of revisions.plans) seen.set(plan, revision)
        const stream = streams.open({ actor: request.caller.actor, stillThere: request.stillThere }, seen)
        for (const hint of missed) stream.write(eventText('change', hint, seen))
        reply.header('content-type', STREAM).header('x-accel-buffering', 'no')
        return reply.send(stream as never)
      },
    )
  }
