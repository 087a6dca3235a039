// How long requests take, by route, for those who watch the service.
import type { FastifyInstance } from 'fastify'
import type { Histogram } from 'prom-client'

export type RequestTimes = Histogram<'method' | 'route' | 'status'>

export function installMeasured(app: FastifyInstance, times: RequestTimes): void {
  app.addHook('onResponse', async ({ method, routeOptions }, reply) => {
    // A route that is not there has one name, whatever was asked for: names are kept for ever.
    const route = routeOptions.url ?? 'none'
    times.observe({ method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1_000)
  })
}
