import { Readable } from 'node:stream'
import { create as contentDisposition } from 'content-disposition'
import type { FeatureRoutes } from '../../http/house.ts'
import { ExportFile, ExportParams, ExportQuery } from './exports.schema.ts'
import { exportRows } from './exports.service.ts'
import { EXPORT_FORMATS, type ExportFormat, MEDIA_TYPES } from './write-rows.ts'

export const exportRoutes: FeatureRoutes = () => async (app) => {
  app.get(
    '/plans/:plan/exports/:resource',
    {
      config: { permission: 'plan.read', exports: true },
      schema: {
        operationId: 'exportRows',
        summary: 'All rows of a resource as a file, in the columns of its import',
        tags: ['imports'],
        params: ExportParams,
        querystring: ExportQuery,
        response: { 200: ExportFile },
      },
    },
    async ({ params, query, context, headers }, reply) => {
      const { delimiter, format = formatOf(headers.accept), ...options } = query
      const separator = delimiter === 'tab' ? '\t' : delimiter
      const file = await exportRows(context, params.plan, params.resource, { ...options, format, separator })
      return reply
        .header('content-type', file.mediaType)
        .header('content-disposition', contentDisposition(file.name, { fallback: file.plainName }))
        .header('cache-control', 'no-store')
        .header('vary', 'accept')
        .send(Readable.from(file.content) as never)
    },
  )
}

/** The first format that Accept names; a browser that follows a link takes csv. */
function formatOf(accept = ''): ExportFormat {
  const asked = accept.split(',').map((part) => part.split(';')[0]?.trim().toLowerCase())
  return (
    asked
      .map((type) => EXPORT_FORMATS.find((format) => MEDIA_TYPES[format].split(';')[0] === type))
      .find((format) => format !== undefined) ?? 'csv'
  )
}
