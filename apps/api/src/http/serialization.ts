// Answers are written by their schemas, so that nothing undocumented leaves. Each shape is compiled once, when it is first sent.
import { SerializerSelector } from '@fastify/fast-json-stringify-compiler'
import type { FastifyServerOptions } from 'fastify'

type Serializer = ReturnType<ReturnType<ReturnType<typeof SerializerSelector>>>
type CompilersFactory = NonNullable<NonNullable<FastifyServerOptions['schemaController']>['compilersFactory']>

const FIRST_PROBLEM = '4'

/** Builds the serializer compiler; problems are written as they are, by the one function that makes them. */
export const buildSerializers: NonNullable<CompilersFactory['buildSerializer']> = (schemas, options) => {
  const compile = SerializerSelector()(schemas, options as never)
  const known = new Map<string, Serializer>()
  return (route) => {
    if (String(route.httpStatus ?? '') >= FIRST_PROBLEM) return JSON.stringify
    const name =
      (route.schema as { $ref?: string }).$ref ?? `${route.method} ${route.url} ${route.httpStatus}`
    return (answer: unknown) => {
      const serializer = known.get(name) ?? compile(route)
      known.set(name, serializer)
      return serializer(answer)
    }
  }
}
