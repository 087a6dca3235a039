import { BUDGET_ACTS, YEAR_ACTS, type YearAct } from '@tien-do/domain/budget'
import { Type } from 'typebox'
import { MEDIA_TYPES } from '../../files/report-job.ts'
import { IF_MATCH, requiredEtag, requiredVersion } from '../../http/etag.ts'
import { attachment, BINARY } from '../../http/file-answer.ts'
import type { FeatureRoutes } from '../../http/house.ts'
import { IDEMPOTENCY_KEY } from '../../http/idempotency.ts'
import { ref } from '../../http/shapes.ts'
import {
  Budget,
  BudgetAnswer,
  BudgetFigures,
  BudgetParams,
  BudgetRequest,
  BudgetRequestParams,
  BudgetReturn,
  Money,
} from './budget.schema.ts'
import { getBudget, getBudgetRequest } from './budget.service.ts'
import { makeBudgetFile } from './budget-file.ts'
import { moveBudgetYear, saveBudgetFigures } from './move-budget-year.ts'
import { moveBudgetRequest, saveBudgetRequest } from './save-budget-request.ts'

const tags = ['budget']
const YEAR = '/plans/:plan/budgets/:year'
const ONE = `${YEAR}/requests/:code`

const REQUEST_ACTS = [
  ['request', 'requestBudget', 'Send the department’s answer to Finance'],
  ['withdraw', 'withdrawBudget', 'Take it back before Finance has decided'],
  ['accept', 'acceptBudget', 'Accept a department’s answer'],
] as const

const YEAR_ACT_WORDS: Record<YearAct, readonly [string, string]> = {
  consolidate: ['consolidateBudget', 'Put the accepted answers together and freeze them'],
  unfreeze: ['unfreezeBudget', 'Open a consolidated year again'],
  submit: ['submitBudget', 'Submit the consolidated year to the competent authority'],
  allocate: ['allocateBudget', 'The authority has allocated: every line has its amount'],
  settle: ['settleBudget', 'The year is over: every line has its outturn'],
}

export const budgetRoutes: FeatureRoutes =
  ({ answerOnce }) =>
  async (app) => {
    for (const schema of [Money, BudgetAnswer, BudgetReturn, BudgetFigures, BudgetRequest, Budget])
      app.addSchema(schema)

    app.get(
      YEAR,
      {
        config: { permission: 'budget.read' },
        schema: {
          operationId: 'getBudget',
          summary: 'A year’s budget: every department’s answer, sums, comparisons',
          tags,
          params: BudgetParams,
          response: { 200: ref(Budget) },
        },
      },
      async ({ params, context }, reply) => {
        const budget = await getBudget(context, params.plan, params.year)
        reply.header('etag', budget.etag)
        return budget
      },
    )

    app.get(
      `${YEAR}/file`,
      {
        config: { permission: 'budget.read', exports: true },
        schema: {
          operationId: 'getBudgetFile',
          summary: 'The year’s lines and their sums as .xlsx',
          tags,
          params: BudgetParams,
          response: { 200: { description: 'The file', content: { [MEDIA_TYPES.xlsx]: { schema: BINARY } } } },
        },
      },
      async ({ params, context }, reply) => {
        const file = await makeBudgetFile(context, params.plan, params.year)
        return reply
          .headers(attachment(MEDIA_TYPES.xlsx, `du-toan-${params.year}.xlsx`))
          .send(Buffer.from(file) as never)
      },
    )

    app.get(
      ONE,
      {
        config: { permission: 'budget.read' },
        schema: {
          operationId: 'getBudgetRequest',
          summary: 'One department’s answer, or the blank for it',
          tags,
          params: BudgetRequestParams,
          response: { 200: ref(BudgetRequest) },
        },
      },
      async ({ params, context }, reply) => {
        const request = await getBudgetRequest(context, params.plan, params.year, params.code)
        reply.header('etag', request.etag)
        return request
      },
    )

    app.put(
      ONE,
      {
        config: { permission: 'budget.save' },
        schema: {
          operationId: 'saveBudgetRequest',
          summary: 'Write a department’s answer: its lines, or that it needs nothing',
          tags,
          params: BudgetRequestParams,
          headers: Type.Object(IF_MATCH),
          body: ref(BudgetAnswer),
          response: { 200: ref(BudgetRequest) },
        },
      },
      async (request) => {
        const { params, body, context } = request
        const seen = requiredVersion(request)
        return saveBudgetRequest(context, params.plan, params.year, params.code, seen, body)
      },
    )

    const moving = (operationId: string, summary: string) => ({
      operationId,
      summary,
      tags,
      params: BudgetRequestParams,
      headers: Type.Object({ ...IF_MATCH, ...IDEMPOTENCY_KEY }),
      response: { 200: ref(BudgetRequest) },
    })
    for (const [act, operationId, summary] of REQUEST_ACTS)
      app.post(
        `${ONE}/${act}`,
        { config: { permission: BUDGET_ACTS[act].action }, schema: moving(operationId, summary) },
        (request, reply) => {
          const { plan, year, code } = request.params
          const seen = requiredVersion(request)
          return answerOnce(request, reply, 200, (context) =>
            moveBudgetRequest(context, plan, year, code, seen, act),
          )
        },
      )

    app.post(
      `${ONE}/return`,
      {
        config: { permission: 'budget.return' },
        schema: { ...moving('returnBudget', 'Send it back, with the reason'), body: ref(BudgetReturn) },
      },
      (request, reply) => {
        const { plan, year, code } = request.params
        const seen = requiredVersion(request)
        const { reason } = request.body
        return answerOnce(request, reply, 200, (context) =>
          moveBudgetRequest(context, plan, year, code, seen, 'return', reason),
        )
      },
    )

    app.patch(
      `${YEAR}/lines`,
      {
        config: { permission: 'budget.adjust' },
        schema: {
          operationId: 'saveBudgetFigures',
          summary: 'Write adjustments, notes, allocations or outturns on lines',
          tags,
          params: BudgetParams,
          headers: Type.Object(IF_MATCH),
          body: ref(BudgetFigures),
          response: { 200: ref(Budget) },
        },
      },
      async (request) => {
        const { params, body, context } = request
        return saveBudgetFigures(context, params.plan, params.year, requiredEtag(request), body)
      },
    )

    for (const act of YEAR_ACTS) {
      const [operationId, summary] = YEAR_ACT_WORDS[act]
      app.post(
        `${YEAR}/${act}`,
        {
          config: { permission: BUDGET_ACTS[act].action },
          schema: {
            operationId,
            summary,
            tags,
            params: BudgetParams,
            headers: Type.Object({ ...IF_MATCH, ...IDEMPOTENCY_KEY }),
            response: { 200: ref(Budget) },
          },
        },
        (request, reply) => {
          const { plan, year } = request.params
          const seen = requiredEtag(request)
          return answerOnce(request, reply, 200, (context) => moveBudgetYear(context, plan, year, seen, act))
        },
      )
    }
  }
