import type { FeatureRoutes } from '../../http/house.ts'
import { ref } from '../../http/shapes.ts'
import { Job, JobList, JobParams, JobsQuery, toWire } from './jobs.schema.ts'
import { cancelJob, listJobs, retryJob } from './jobs.service.ts'

const tags = ['service']

export const jobRoutes: FeatureRoutes = () => async (app) => {
  for (const schema of [Job, JobList]) app.addSchema(schema)

  app.get(
    '/jobs',
    {
      config: { permission: 'job.read' },
      schema: {
        operationId: 'listJobs',
        summary: 'What is done beside requests, newest first: the last two hundred',
        tags,
        querystring: JobsQuery,
        response: { 200: ref(JobList) },
      },
    },
    async ({ query, context }) => ({ items: (await listJobs(context, query.state)).map(toWire) }),
  )

  app.post(
    '/jobs/:id/retry',
    {
      config: { permission: 'job.retry' },
      schema: {
        operationId: 'retryJob',
        summary: 'Try a job that was given up once more, now',
        tags,
        params: JobParams,
        response: { 200: ref(Job) },
      },
    },
    async ({ params, context }) => toWire(await retryJob(context, params.id)),
  )

  app.post(
    '/jobs/:id/cancel',
    {
      config: { permission: 'job.cancel' },
      schema: {
        operationId: 'cancelJob',
        summary: 'Take a job that nobody has begun off the queue',
        tags,
        params: JobParams,
        response: { 200: ref(Job) },
      },
    },
    async ({ params, context }) => toWire(await cancelJob(context, params.id)),
  )
}
