import { Readable } from 'node:stream'
import { allowedAmong } from '@tien-do/domain/permission'
import { create as contentDisposition } from 'content-disposition'
import { Type } from 'typebox'
import { AppError } from '../../core/errors.ts'
import { IF_MATCH, isUnchanged, requiredVersion } from '../../http/etag.ts'
import type { FeatureRoutes } from '../../http/house.ts'
import { IDEMPOTENCY_KEY } from '../../http/idempotency.ts'
import { NotModified, PlanParams, ref } from '../../http/shapes.ts'
import { validatorsButBodies } from '../../http/validation.ts'
import { addFile, addLink } from './add-evidence.ts'
import {
  EVIDENCE_SHAPES,
  Evidence,
  EvidenceList,
  EvidenceParams,
  EvidenceQuery,
  FileAnswer,
  FileBody,
  FileQuery,
  LIMITS,
  NewLink,
  toWire,
} from './evidence.schema.ts'
import { getEvidence, listEvidence } from './evidence.service.ts'
import { removeEvidence } from './remove-evidence.ts'

const tags = ['evidence']
const URL = '/plans/:plan/evidence'
/** Whatever a file holds, a browser neither shows nor runs it as a page of ours. */
const AS_A_FILE = {
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
} as const

export const evidenceRoutes: FeatureRoutes =
  ({ answerOnce, files }) =>
  async (app) => {
    for (const schema of EVIDENCE_SHAPES) app.addSchema(schema)

    app.get(
      URL,
      {
        config: { permission: 'evidence.read' },
        schema: {
          operationId: 'listEvidence',
          summary: 'Evidence of one thing, or of all things of a kind',
          tags,
          params: PlanParams,
          querystring: EvidenceQuery,
          response: { 200: ref(EvidenceList) },
        },
      },
      async ({ params: { plan }, query, context }) => {
        const { owned, department } = await listEvidence(context, plan, query)
        return {
          items: owned.map((each) => toWire(each.row, context.actor, plan, each.department)),
          allowedActions:
            department === undefined
              ? []
              : (allowedAmong(context.actor, ['evidence.add'], { plan, department }) as 'evidence.add'[]),
          limits: LIMITS,
        }
      },
    )

    app.post(
      `${URL}/links`,
      {
        config: { permission: 'evidence.add' },
        schema: {
          operationId: 'addEvidenceLink',
          summary: 'Add a link (https) as evidence; one that is there already stays as it is',
          tags,
          params: PlanParams,
          headers: Type.Object(IDEMPOTENCY_KEY),
          body: ref(NewLink),
          response: { 201: ref(Evidence) },
        },
      },
      (request, reply) =>
        answerOnce(request, reply, 201, async (context) => {
          const { resource, code, year, url, name = null } = request.body
          const { plan } = request.params
          const added = await addLink(context, plan, { resource, code, year }, { url, name })
          return toWire(added.row, context.actor, plan, added.department)
        }),
    )

    app.delete(
      `${URL}/:id`,
      {
        config: { permission: 'evidence.remove' },
        schema: {
          operationId: 'removeEvidence',
          summary: 'Remove evidence; that it was there stays in the history',
          tags,
          params: EvidenceParams,
          headers: Type.Object(IF_MATCH),
          response: { 200: ref(Evidence) },
        },
      },
      async (request) => {
        const { params, context } = request
        const { row, department } = await removeEvidence(
          context,
          params.plan,
          params.id,
          requiredVersion(request),
        )
        return toWire(row, context.actor, params.plan, department)
      },
    )

    app.get(
      `${URL}/:id/file`,
      {
        config: { permission: 'evidence.read' },
        schema: {
          operationId: 'getEvidenceFile',
          summary: 'The file, as an attachment',
          tags,
          params: EvidenceParams,
          response: { 200: FileAnswer, 304: NotModified },
        },
      },
      async (request, reply) => {
        const { row } = await getEvidence(request.context, request.params.plan, request.params.id)
        if (row.sha256 === null || row.removedAt !== null) throw new AppError('evidence.not-found')
        if (isUnchanged(request, reply, `"${row.sha256}"`)) return reply.code(304).send(null)
        const file = await files.read(row.sha256)
        if (file === null) throw new AppError('evidence.not-found')
        return reply
          .headers(AS_A_FILE)
          .header('content-type', row.mediaType)
          .header('content-length', row.bytes)
          .header('content-disposition', contentDisposition(row.name))
          .send(file as never)
      },
    )
  }

/** Reads the bytes of bodies of any kind: its parser must stay its own. */
export const evidenceFileRoutes: FeatureRoutes =
  ({ files }) =>
  async (app) => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    app.setValidatorCompiler(validatorsButBodies)

    app.post(
      `${URL}/files`,
      {
        config: { permission: 'evidence.add' },
        schema: {
          operationId: 'addEvidenceFile',
          summary: 'Add a file as evidence, its bytes being the body: 200 where it was there already',
          tags,
          params: PlanParams,
          querystring: FileQuery,
          body: FileBody,
          response: { 200: ref(Evidence), 201: ref(Evidence) },
        },
      },
      async (request, reply) => {
        const { resource, code, year = null, name } = request.query
        const { plan } = request.params
        const mediaType = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
        const added = await addFile(
          request.context,
          plan,
          { resource, code, year },
          { name, mediaType, stream: request.body instanceof Readable ? request.body : Readable.from([]) },
          files,
        )
        return reply
          .code(added.isNew ? 201 : 200)
          .send(toWire(added.row, request.context.actor, plan, added.department))
      },
    )
  }
