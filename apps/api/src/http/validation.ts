// Two validators: bodies are strict, query strings coerce. The default would turn null into 0 at the door.
import { Ajv, type Options } from 'ajv'
import addFormats from 'ajv-formats'
import type { FastifyServerOptions } from 'fastify'
import type { FastifyRouteSchemaDef, FastifyValidationResult } from 'fastify/types/schema.js'

const SHARED: Options = {
  allErrors: true,
  strict: false,
  useDefaults: true,
  validateFormats: true,
  removeAdditional: false,
  // The schemas are our own, and the contract's tests judge them: not again at every start.
  validateSchema: false,
  meta: false,
}

type CompilersFactory = NonNullable<NonNullable<FastifyServerOptions['schemaController']>['compilersFactory']>

/** Builds the validator compiler of an application: strict for bodies, coercing for everything in the URL. */
export const buildValidators: NonNullable<CompilersFactory['buildValidator']> = (schemas: unknown) => {
  const strict = compilerWith({ ...SHARED, coerceTypes: false }, schemas)
  const coercing = compilerWith({ ...SHARED, coerceTypes: 'array' }, schemas)
  return (route: unknown) => {
    const { schema, httpPart } = route as { schema: object; httpPart?: string }
    return (httpPart === 'body' ? strict : coercing).compile(schema)
  }
}

/** For routes that read the bytes of a body themselves: everything in the URL and the headers is validated as ever. */
export function validatorsButBodies(route: FastifyRouteSchemaDef<unknown>): FastifyValidationResult {
  return route.httpPart === 'body' ? () => true : withoutReferences(route as never)
}
const withoutReferences = buildValidators({}, {})

function compilerWith(options: Options, schemas: unknown): Ajv {
  const ajv = new Ajv(options)
  addFormats.default(ajv, ['date', 'date-time', 'uuid', 'uri', 'email'])
  for (const format of ['int32', 'int64', 'double', 'password', 'binary']) ajv.addFormat(format, true)
  for (const schema of Object.values(schemas as Record<string, object>)) ajv.addSchema(schema)
  return ajv
}
