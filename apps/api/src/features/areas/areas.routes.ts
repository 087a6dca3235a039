import type { AreaChange } from '@tien-do/domain/area'
import type { Day } from '@tien-do/domain/day'
import { Type } from 'typebox'
import { AsOfQuery } from '../../http/as-of.ts'
import type { FeatureRoutes } from '../../http/house.ts'
import { IDEMPOTENCY_KEY } from '../../http/idempotency.ts'
import { PlanParams, ref } from '../../http/shapes.ts'
import {
  AREA_SHAPES,
  AreaClosed,
  AreaList,
  AreaParams,
  AreaRenamed,
  AreaSplit,
  AreasMerged,
  AreasOpened,
} from './areas.schema.ts'
import { type AreaReading, changeAreasOfPlan, listAreas } from './areas.service.ts'

const tags = ['organisation']
const URL = '/plans/:plan/areas'

export const areaRoutes: FeatureRoutes =
  ({ answerOnce }) =>
  async (app) => {
    for (const schema of AREA_SHAPES) app.addSchema(schema)
    const headers = Type.Object(IDEMPOTENCY_KEY)
    const response = { 200: ref(AreaList) }

    app.get(
      URL,
      {
        config: { permission: 'plan.read' },
        schema: {
          operationId: 'listAreas',
          summary: 'Areas (tổ dân phố): all that ever were, or those of a day',
          tags,
          params: PlanParams,
          querystring: AsOfQuery,
          response,
        },
      },
      async ({ params, query, context }) => toWire(await listAreas(context, params.plan, query.asOf)),
    )

    app.post(
      URL,
      {
        config: { permission: 'area.open' },
        schema: {
          operationId: 'openAreas',
          summary: 'New areas, from a day on or from the beginning',
          tags,
          params: PlanParams,
          headers,
          body: ref(AreasOpened),
          response,
        },
      },
      (request, reply) => {
        const { on, areas, legalBasis = null } = request.body
        const change: AreaChange = { act: 'open', on: on as Day | null, to: areas }
        return answerOnce(request, reply, 200, async (context) =>
          toWire(await changeAreasOfPlan(context, request.params.plan, change, legalBasis)),
        )
      },
    )

    app.post(
      `${URL}/merge`,
      {
        config: { permission: 'area.merge' },
        schema: {
          operationId: 'mergeAreas',
          summary: 'Several areas become one new one',
          tags,
          params: PlanParams,
          headers,
          body: ref(AreasMerged),
          response,
        },
      },
      (request, reply) => {
        const { on, from, to, legalBasis = null } = request.body
        const change: AreaChange = { act: 'merge', on: on as Day, from, to }
        return answerOnce(request, reply, 200, async (context) =>
          toWire(await changeAreasOfPlan(context, request.params.plan, change, legalBasis)),
        )
      },
    )

    app.post(
      `${URL}/:code/split`,
      {
        config: { permission: 'area.split' },
        schema: {
          operationId: 'splitArea',
          summary: 'One area becomes several new ones',
          tags,
          params: AreaParams,
          headers,
          body: ref(AreaSplit),
          response,
        },
      },
      (request, reply) => {
        const { on, to, legalBasis = null } = request.body
        const change: AreaChange = { act: 'split', on: on as Day, from: request.params.code, to }
        return answerOnce(request, reply, 200, async (context) =>
          toWire(await changeAreasOfPlan(context, request.params.plan, change, legalBasis)),
        )
      },
    )

    app.post(
      `${URL}/:code/rename`,
      {
        config: { permission: 'area.rename' },
        schema: {
          operationId: 'renameArea',
          summary: 'Another name from a day on; before it the old one holds',
          tags,
          params: AreaParams,
          headers,
          body: ref(AreaRenamed),
          response,
        },
      },
      (request, reply) => {
        const { on, name, legalBasis = null } = request.body
        const change: AreaChange = { act: 'rename', on: on as Day, from: request.params.code, name }
        return answerOnce(request, reply, 200, async (context) =>
          toWire(await changeAreasOfPlan(context, request.params.plan, change, legalBasis)),
        )
      },
    )

    app.post(
      `${URL}/:code/close`,
      {
        config: { permission: 'area.close' },
        schema: {
          operationId: 'closeArea',
          summary: 'An area ends; its figures stay',
          tags,
          params: AreaParams,
          headers,
          body: ref(AreaClosed),
          response,
        },
      },
      (request, reply) => {
        const { on, legalBasis = null } = request.body
        const change: AreaChange = { act: 'close', on: on as Day, from: request.params.code }
        return answerOnce(request, reply, 200, async (context) =>
          toWire(await changeAreasOfPlan(context, request.params.plan, change, legalBasis)),
        )
      },
    )
  }

function toWire({ areas, events, allowedActions }: AreaReading) {
  return {
    items: areas.map((area) => ({ ...area, formerNames: area.formerNames.map((each) => ({ ...each })) })),
    events: events.map((event) => ({ ...event, from: [...event.from], to: [...event.to] })),
    allowedActions,
  }
}
