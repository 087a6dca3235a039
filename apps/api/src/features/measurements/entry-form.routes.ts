import type { FeatureRoutes } from '../../http/house.ts'
import { ref } from '../../http/shapes.ts'
import { EntryForm, EntryFormParams, EntryFormQuery, formToWire } from './entry-form.schema.ts'
import { getEntryForm } from './entry-form.ts'
import { showingTo } from './showing.ts'

export const entryFormRoutes: FeatureRoutes = () => async (app) => {
  app.addSchema(EntryForm)

  app.get(
    '/plans/:plan/entry-forms/:year',
    {
      config: { permission: 'measurement.read' },
      schema: {
        operationId: 'getEntryForm',
        summary: 'What is to be entered for a year, with what is known already',
        tags: ['measurements'],
        params: EntryFormParams,
        querystring: EntryFormQuery,
        response: { 200: ref(EntryForm) },
      },
    },
    async ({ params, query, context }) =>
      formToWire(
        await getEntryForm(context, params.plan, params.year, query.indicator),
        await showingTo(context, params.plan),
      ),
  )
}
