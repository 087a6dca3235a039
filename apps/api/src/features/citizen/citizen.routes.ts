// The citizens' page: HTML and SVG made here, complete without any script.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sha256 } from '../../core/canonical-json.ts'
import { AppError } from '../../core/errors.ts'
import { isSamePublic } from '../../http/etag.ts'
import type { FeatureRoutes } from '../../http/house.ts'
import {
  getPublicState,
  listPublicStates,
  readPublic,
  readPublicDeadlines,
  readPublicReports,
} from '../public-data/index.ts'
import { indicatorPage, indicatorPicture } from './indicator-page.ts'
import { notFoundPage } from './layout.ts'
import { planPage } from './plan-page.ts'
import { plansPage } from './plans-page.ts'
import { WORDS, type Words } from './words.ts'

const STYLE = readFileSync(join(import.meta.dirname, 'page.css'), 'utf8')
const HTML = 'text/html; charset=utf-8'
const SVG = 'image/svg+xml; charset=utf-8'
const open = { config: { permission: 'public.read' }, schema: { hide: true } } as const

type Asked = FastifyRequest<{ Params: { plan: string; code: string } }>

export const citizenRoutes: FeatureRoutes =
  ({ publicUrl }) =>
  async (app) => {
    app.get('/', open, (request, reply) =>
      show(request, reply, HTML, async (words) => {
        const states = await listPublicStates(request.context)
        return plansPage(await Promise.all(states.map((state) => readPublic(request.context, state))), words)
      }),
    )

    app.get('/trang.css', open, (request, reply) =>
      show(request, reply, 'text/css; charset=utf-8', async () => STYLE),
    )

    app.get<{ Params: Asked['params'] }>('/:plan', open, (request, reply) =>
      show(request, reply, HTML, async (words) => {
        const { context, params } = request
        const state = await getPublicState(context, params.plan)
        const reading = await readPublic(context, state)
        const reports = await readPublicReports(context, state)
        const deadlines = await readPublicDeadlines(context, state)
        return planPage({ reading, reports, deadlines, publicUrl }, words)
      }),
    )

    app.get<{ Params: Asked['params'] }>('/:plan/:code', open, (request, reply) =>
      show(request, reply, HTML, async (words) => {
        const { reading, read } = await readOne(request)
        return indicatorPage(read, reading, publicUrl, words)
      }),
    )

    app.get<{ Params: Asked['params'] }>('/:plan/:code/bieu-do.svg', open, (request, reply) =>
      show(request, reply, SVG, async (words) => {
        // Another site’s page may show it.
        reply.header('cross-origin-resource-policy', 'cross-origin')
        const { reading, read } = await readOne(request)
        return indicatorPicture(read, reading, words)
      }),
    )

    app.setNotFoundHandler((request, reply) =>
      reply
        .code(404)
        .type(HTML)
        .header('cache-control', 'no-store')
        .send(notFoundPage(wordsOf(request))),
    )
  }

async function readOne({ context, params }: Asked) {
  const reading = await readPublic(context, await getPublicState(context, params.plan))
  const read = reading.indicators.find(({ assessed }) => assessed.indicator.code === params.code)
  if (!read) throw new AppError('indicator.not-found')
  return { reading, read }
}

/** Vietnamese, unless the address asks for English; whatever else it carries is of no interest. */
function wordsOf({ query }: FastifyRequest): Words {
  return (query as { lang?: unknown }).lang === 'en' ? WORDS.en : WORDS.vi
}

/** A page by its own hash: after an upgrade of the templates nobody is told that nothing has changed. */
async function show(
  request: FastifyRequest,
  reply: FastifyReply,
  type: string,
  make: (words: Words) => Promise<string>,
) {
  const words = wordsOf(request)
  try {
    const text = await make(words)
    if (isSamePublic(request, reply, sha256(text).slice(0, 32))) return reply.code(304).send(null)
    return reply.type(type).header('content-language', words.language).send(text)
  } catch (error) {
    if (!(error instanceof AppError) || !error.code.endsWith('not-found')) throw error
    return reply.code(404).type(HTML).header('cache-control', 'no-store').send(notFoundPage(words))
  }
}
