// The screens: built files with long lives, and one page for every address the browser may be sent to.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { WEB_DIST_DIR } from '../paths.ts'
import { sendNotFound } from './problems.ts'

const HASHED = /\/assets\//
const NO_PAGE = /^\/(api|public|cong-khai|assets)\//

export async function installScreens(app: FastifyInstance): Promise<void> {
  if (!existsSync(join(WEB_DIST_DIR, 'index.html'))) {
    app.setNotFoundHandler((request, reply) => sendNotFound(app, request, reply))
    return
  }
  await app.register(fastifyStatic, {
    root: WEB_DIST_DIR,
    preCompressed: true,
    wildcard: false,
    cacheControl: false,
    setHeaders: (response, path) => {
      response.header('cache-control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && !NO_PAGE.test(request.url)
    return wantsPage ? reply.sendFile('index.html') : sendNotFound(app, request, reply)
  })
}
