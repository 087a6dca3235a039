import { AppError } from '../../core/errors.ts'
import type { FeatureRoutes } from '../../http/house.ts'
import { PlanParams, ref } from '../../http/shapes.ts'
import { getPlan, today } from '../plans/index.ts'
import { Task, TaskList, TaskParams, toWire } from './tasks.schema.ts'

const tags = ['tasks']

export const taskRoutes: FeatureRoutes = () => async (app) => {
  for (const schema of [Task, TaskList]) app.addSchema(schema)

  app.get(
    '/plans/:plan/tasks',
    {
      config: { permission: 'plan.read' },
      schema: {
        operationId: 'listTasks',
        summary: 'Tasks, and who leads them',
        tags,
        params: PlanParams,
        response: { 200: ref(TaskList) },
      },
    },
    async ({ params, context }) => {
      const { plan } = await getPlan(context, params.plan)
      return { items: plan.tasks.map((task) => toWire(task, plan, today(context))) }
    },
  )

  app.get(
    '/plans/:plan/tasks/:code',
    {
      config: { permission: 'plan.read' },
      schema: {
        operationId: 'getTask',
        summary: 'One task',
        tags,
        params: TaskParams,
        response: { 200: ref(Task) },
      },
    },
    async ({ params, context }) => {
      const { plan } = await getPlan(context, params.plan)
      const task = plan.tasks.find((each) => each.code === params.code)
      if (!task) throw new AppError('task.not-found')
      return toWire(task, plan, today(context))
    },
  )
}
