import { dayAtInstant } from '@tien-do/domain/day'
import { Type } from 'typebox'
import { AsOfQuery } from '../../http/as-of.ts'
import type { FeatureRoutes } from '../../http/house.ts'
import { IDEMPOTENCY_KEY } from '../../http/idempotency.ts'
import { PlanParams, ref } from '../../http/shapes.ts'
import {
  CHECKLIST_SHAPES,
  Checklist,
  ChecklistChanges,
  ChecklistList,
  ChecklistResults,
  FigureOfList,
  FigureTaken,
  ItemParams,
  itemToWire,
  ListParams,
  SayingList,
  sayingToWire,
  toBrief,
  toWire,
} from './checklists.schema.ts'
import { getChecklist, listChecklists, listItemHistory } from './checklists.service.ts'
import { recordFromChecklist } from './record-from-checklist.ts'
import { saveChecklist } from './save-checklist.ts'

const tags = ['registers']
const URL = '/plans/:plan/checklists'

export const checklistRoutes: FeatureRoutes =
  ({ answerOnce }) =>
  async (app) => {
    for (const schema of CHECKLIST_SHAPES) app.addSchema(schema)

    app.get(
      URL,
      {
        config: { permission: 'plan.read' },
        schema: {
          operationId: 'listChecklists',
          summary: 'The lists of named items, and how far each is on a day',
          tags,
          params: PlanParams,
          querystring: AsOfQuery,
          response: { 200: ref(ChecklistList) },
        },
      },
      async ({ params, query, context }) => ({
        items: (await listChecklists(context, params.plan, query.asOf)).map(toBrief),
      }),
    )

    app.get(
      `${URL}/:code`,
      {
        config: { permission: 'plan.read' },
        schema: {
          operationId: 'getChecklist',
          summary: 'One list: its items, what is done, what is missing',
          tags,
          params: ListParams,
          querystring: AsOfQuery,
          response: { 200: ref(Checklist) },
        },
      },
      async ({ params, query, context }) =>
        toWire(await getChecklist(context, params.plan, params.code, query.asOf), context.actor),
    )

    app.patch(
      `${URL}/:code`,
      {
        config: { permission: 'checklist.save' },
        schema: {
          operationId: 'saveChecklist',
          summary: 'Add, change and tick items; each says what became of it',
          tags,
          params: ListParams,
          headers: Type.Object(IDEMPOTENCY_KEY),
          body: ref(ChecklistChanges),
          response: { 200: ref(ChecklistResults) },
        },
      },
      (request, reply) =>
        answerOnce(request, reply, 200, async (context) => {
          const { plan, code } = request.params
          const results = await saveChecklist(context, plan, code, request.body.items)
          const now = dayAtInstant(context.now().getTime())
          return {
            results: results.map(({ outcome, item, faults }, index) => ({
              index,
              outcome,
              item: item && itemToWire(item, now),
              faults: faults.map((fault) => ({ ...fault, in: 'body' as const, params: { ...fault.params } })),
            })),
          }
        }),
    )

    app.get(
      `${URL}/:code/items/:item/history`,
      {
        config: { permission: 'plan.read' },
        schema: {
          operationId: 'listChecklistHistory',
          summary: 'All that was said of an item, the newest first',
          tags,
          params: ItemParams,
          response: { 200: ref(SayingList) },
        },
      },
      async ({ params, context }) => ({
        items: (await listItemHistory(context, params.plan, params.code, params.item)).map(sayingToWire),
      }),
    )

    app.post(
      `${URL}/:code/figure`,
      {
        config: { permission: 'measurement.save' },
        schema: {
          operationId: 'recordFromChecklist',
          summary: 'Submit the figure that the list stands for on a day (the cut-off where none is given)',
          tags,
          params: ListParams,
          headers: Type.Object(IDEMPOTENCY_KEY),
          body: ref(FigureOfList),
          response: { 200: ref(FigureTaken) },
        },
      },
      (request, reply) =>
        answerOnce(request, reply, 200, (context) =>
          recordFromChecklist(context, request.params.plan, request.params.code, request.body.on),
        ),
    )
  }
