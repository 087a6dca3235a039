import { Type } from 'typebox'
import { IF_MATCH, requiredVersion } from '../../http/etag.ts'
import type { FeatureRoutes } from '../../http/house.ts'
import { IDEMPOTENCY_KEY } from '../../http/idempotency.ts'
import { PlanParams, ref } from '../../http/shapes.ts'
import { assignTask } from './assign-task.ts'
import {
  Assignment,
  AssignmentList,
  assignmentToWire,
  NewAssignment,
  NewTaskUpdate,
  Task,
  TaskList,
  TaskParams,
  TaskQuery,
  TaskResult,
  TaskResultParams,
  TaskResultText,
  TaskUpdate,
  TaskUpdateList,
  TaskWork,
  toWire,
  updateToWire,
} from './tasks.schema.ts'
import { getTask, listTaskAssignments, listTasks, listTaskUpdates } from './tasks.service.ts'
import { updateTask, writeTaskResult } from './write-on-task.ts'

const tags = ['tasks']
const URL = '/plans/:plan/tasks'
const ONE = `${URL}/:code`

export const taskRoutes: FeatureRoutes =
  ({ answerOnce }) =>
  async (app) => {
    const shown = [
      TaskResult,
      TaskWork,
      Task,
      TaskList,
      Assignment,
      AssignmentList,
      TaskUpdate,
      TaskUpdateList,
    ]
    for (const schema of [...shown, NewAssignment, TaskResultText, NewTaskUpdate]) app.addSchema(schema)

    app.get(
      URL,
      {
        config: { permission: 'plan.read' },
        schema: {
          operationId: 'listTasks',
          summary: 'Tasks, who leads them, and how far their work of a year is',
          tags,
          params: PlanParams,
          querystring: TaskQuery,
          response: { 200: ref(TaskList) },
        },
      },
      async ({ params, query, context }) => {
        const { plan, works } = await listTasks(context, params.plan, query.year)
        return { items: works.map((work) => toWire(work, plan, context)) }
      },
    )

    app.get(
      ONE,
      {
        config: { permission: 'plan.read' },
        schema: {
          operationId: 'getTask',
          summary: 'One task',
          tags,
          params: TaskParams,
          querystring: TaskQuery,
          response: { 200: ref(Task) },
        },
      },
      async ({ params, query, context }, reply) => {
        const { plan, work } = await getTask(context, params.plan, params.code, query.year)
        const body = toWire(work, plan, context)
        reply.header('etag', body.etag)
        return body
      },
    )

    app.get(
      `${ONE}/assignments`,
      {
        config: { permission: 'plan.read' },
        schema: {
          operationId: 'listTaskAssignments',
          summary: 'Who has led a task, since when, by whose decision; newest first',
          tags,
          params: TaskParams,
          response: { 200: ref(AssignmentList) },
        },
      },
      async ({ params, context }) => {
        const { plan, rows } = await listTaskAssignments(context, params.plan, params.code)
        return { items: rows.map((row) => assignmentToWire(row, plan, context)) }
      },
    )

    app.post(
      `${ONE}/assignments`,
      {
        config: { permission: 'task.assign' },
        schema: {
          operationId: 'assignTask',
          summary: 'Decide who leads and who coordinates, from a day on',
          tags,
          params: TaskParams,
          headers: Type.Object({ ...IF_MATCH, ...IDEMPOTENCY_KEY }),
          body: ref(NewAssignment),
          response: { 201: ref(Task) },
        },
      },
      (request, reply) => {
        const { params, body } = request
        const seen = requiredVersion(request)
        return answerOnce(request, reply, 201, async (context) => {
          await assignTask(context, params.plan, params.code, seen, body)
          const { plan, work } = await getTask(context, params.plan, params.code)
          return toWire(work, plan, context)
        })
      },
    )

    app.get(
      `${ONE}/updates`,
      {
        config: { permission: 'plan.read' },
        schema: {
          operationId: 'listTaskUpdates',
          summary: 'The log of a task and its pieces of work, newest first',
          tags,
          params: TaskParams,
          response: { 200: ref(TaskUpdateList) },
        },
      },
      async ({ params, context }) => ({
        items: (await listTaskUpdates(context, params.plan, params.code)).map(updateToWire),
      }),
    )

    app.post(
      `${ONE}/updates`,
      {
        config: { permission: 'task.update' },
        schema: {
          operationId: 'updateTask',
          summary: 'Add a line to the log of a task',
          tags,
          params: TaskParams,
          headers: Type.Object(IDEMPOTENCY_KEY),
          body: ref(NewTaskUpdate),
          response: { 201: ref(TaskUpdateList) },
        },
      },
      (request, reply) => {
        const { params, body } = request
        return answerOnce(request, reply, 201, async (context) => {
          await updateTask(context, params.plan, params.code, body)
          return { items: (await listTaskUpdates(context, params.plan, params.code)).map(updateToWire) }
        })
      },
    )

    app.put(
      `${ONE}/results/:year`,
      {
        config: { permission: 'task-result.write' },
        schema: {
          operationId: 'writeTaskResult',
          summary: 'Write what came of a task in a year, in two lines',
          tags,
          params: TaskResultParams,
          headers: Type.Object(IF_MATCH),
          body: ref(TaskResultText),
          response: { 200: ref(Task) },
        },
      },
      async (request) => {
        const { params, body, context } = request
        const seen = requiredVersion(request)
        await writeTaskResult(context, params.plan, params.code, params.year, seen, body)
        const { plan, work } = await getTask(context, params.plan, params.code, params.year)
        return toWire(work, plan, context)
      },
    )
  }
