import { Type } from 'typebox'
import { IF_MATCH, requiredVersion } from '../../http/etag.ts'
import type { FeatureRoutes } from '../../http/house.ts'
import { IDEMPOTENCY_KEY } from '../../http/idempotency.ts'
import { PlanParams, ref } from '../../http/shapes.ts'
import { addSubTask, changeSubTask, removeSubTask } from './plan-sub-task.ts'
import {
  LatenessShape,
  NewSubTask,
  NewSubTaskUpdate,
  SubTask,
  SubTaskChange,
  SubTaskList,
  SubTaskParams,
  SubTaskQuery,
  subTaskToWire,
  TaskOutput,
} from './sub-tasks.schema.ts'
import { getSubTask, listSubTasks } from './sub-tasks.service.ts'
import { updateSubTask } from './update-sub-task.ts'

const tags = ['tasks']
const URL = '/plans/:plan/sub-tasks'
const ONE = `${URL}/:code`

export const subTaskRoutes: FeatureRoutes =
  ({ answerOnce }) =>
  async (app) => {
    const shapes = [TaskOutput, LatenessShape, SubTask, SubTaskList]
    for (const schema of [...shapes, NewSubTask, SubTaskChange, NewSubTaskUpdate]) app.addSchema(schema)

    app.get(
      URL,
      {
        config: { permission: 'plan.read' },
        schema: {
          operationId: 'listSubTasks',
          summary: 'Pieces of work of the tasks, by year, task and department',
          tags,
          params: PlanParams,
          querystring: SubTaskQuery,
          response: { 200: ref(SubTaskList) },
        },
      },
      async ({ params, query, context }) => ({
        items: (await listSubTasks(context, params.plan, query)).map((piece) =>
          subTaskToWire(piece, context),
        ),
      }),
    )

    app.get(
      ONE,
      {
        config: { permission: 'plan.read' },
        schema: {
          operationId: 'getSubTask',
          summary: 'One piece of work',
          tags,
          params: SubTaskParams,
          response: { 200: ref(SubTask) },
        },
      },
      async ({ params, context }, reply) => {
        const body = subTaskToWire(await getSubTask(context, params.plan, params.code), context)
        reply.header('etag', body.etag)
        return body
      },
    )

    app.post(
      URL,
      {
        config: { permission: 'sub-task.add' },
        schema: {
          operationId: 'addSubTask',
          summary: 'Write down a piece of work of a task for a year',
          tags,
          params: PlanParams,
          headers: Type.Object(IDEMPOTENCY_KEY),
          body: ref(NewSubTask),
          response: { 201: ref(SubTask) },
        },
      },
      (request, reply) =>
        answerOnce(request, reply, 201, async (context) =>
          subTaskToWire(await addSubTask(context, request.params.plan, request.body), context),
        ),
    )

    app.patch(
      ONE,
      {
        config: { permission: 'sub-task.change' },
        schema: {
          operationId: 'changeSubTask',
          summary: 'Plan a piece of work anew: its days, weight, products, department',
          tags,
          params: SubTaskParams,
          headers: Type.Object(IF_MATCH),
          body: ref(SubTaskChange),
          response: { 200: ref(SubTask) },
        },
      },
      async (request) => {
        const { params, body, context } = request
        const seen = requiredVersion(request)
        return subTaskToWire(await changeSubTask(context, params.plan, params.code, seen, body), context)
      },
    )

    app.delete(
      ONE,
      {
        config: { permission: 'sub-task.remove' },
        schema: {
          operationId: 'removeSubTask',
          summary: 'Take away a piece of work that nobody has begun',
          tags,
          params: SubTaskParams,
          headers: Type.Object(IF_MATCH),
          response: { 204: Type.Null({ description: 'Removed' }) },
        },
      },
      async (request, reply) => {
        const { params, context } = request
        await removeSubTask(context, params.plan, params.code, requiredVersion(request))
        return reply.code(204).send(null)
      },
    )

    app.post(
      `${ONE}/updates`,
      {
        config: { permission: 'sub-task.update' },
        schema: {
          operationId: 'updateSubTask',
          summary: 'Report on a piece of work: a move, how far, what has come out of it',
          tags,
          params: SubTaskParams,
          headers: Type.Object({ ...IF_MATCH, ...IDEMPOTENCY_KEY }),
          body: ref(NewSubTaskUpdate),
          response: { 200: ref(SubTask) },
        },
      },
      (request, reply) => {
        const { params, body } = request
        const seen = requiredVersion(request)
        return answerOnce(request, reply, 200, async (context) =>
          subTaskToWire(await updateSubTask(context, params.plan, params.code, seen, body), context),
        )
      },
    )
  }
