// The routes of the service: as they are served, and as its document describes them.
import type { Action } from '@tien-do/domain/permission'
import type { FastifyInstance } from 'fastify'
import { API } from './harness.ts'

interface SchemaLike {
  readonly $ref?: string
  readonly examples?: readonly unknown[]
}
type Content = Readonly<
  Record<string, { readonly schema: SchemaLike; readonly example?: unknown; readonly examples?: object }>
>

export interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly description: string
  readonly tags: readonly string[]
  readonly 'x-permission': Action
  readonly parameters?: readonly { readonly name: string; readonly in: string }[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly $ref?: string; readonly content?: Content }>>
}

export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, SchemaLike>>
    readonly responses: Readonly<Record<string, { readonly content: Content }>>
  }
}

export interface Route {
  /** In capitals. */
  readonly method: string
  /** Below /api/v1, parameters in braces. */
  readonly path: string
  readonly operation: Operation
}

export function documentOf(app: FastifyInstance): OpenApi {
  return app.swagger() as unknown as OpenApi
}

export function documentedRoutes(document: OpenApi): Route[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )
}

/** `METHOD path` of everything that answers below /api/v1, read from the router itself. */
export function servedRoutes(app: FastifyInstance): string[] {
  const open: string[] = []
  const found: string[] = []
  for (const line of app.printRoutes({ commonPrefix: false }).split('\n')) {
    const [, indent, part, methods] = /^([│\s]*)[├└]── (\S+) \((.+)\)$/.exec(line) ?? []
    if (indent === undefined || part === undefined || methods === undefined) continue
    const depth = indent.length / 4
    open.length = depth
    open[depth] = part
    const path = open.join('').replace(/:(\w+)/g, '{$1}')
    if (!path.startsWith(API)) continue
    for (const method of methods.split(', '))
      if (method !== 'HEAD') found.push(`${method} ${path.slice(API.length)}`)
  }
  return found
}

/** The path with its parameters filled in. */
export function addressOf(path: string, values: Readonly<Record<string, string>>): string {
  return API + path.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(values[name] ?? ''))
}
