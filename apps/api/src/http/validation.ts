// Two validators: bodies are strict, query strings coerce. The default would turn null into 0 at the door.
import { Ajv, type Options, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import type { FastifyServerOptions } from 'fastify'
import type { FastifyRouteSchemaDef, FastifyValidationResult } from 'fastify/types/schema.js'
import { once } from '../core/once.ts'

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
  const strict = once(() => compilerWith({ ...SHARED, coerceTypes: false }, schemas))
  const coercing = once(() => compilerWith({ ...SHARED, coerceTypes: 'array' }, schemas))
  return (route: unknown) => {
    const { schema, httpPart } = route as { schema: object; httpPart?: string }
    return compiledWhenAsked(once(() => (httpPart === 'body' ? strict() : coercing()).compile(schema)))
  }
}

/** Compiling all of them would be a third of the start; most routes are not asked in the first second. */
function compiledWhenAsked(validator: () => ValidateFunction): ValidateFunction {
  const validate = (data: unknown) => {
    const compiled = validator()
    const valid = compiled(data)
    validate.errors = compiled.errors ?? null
    return valid
  }
  validate.errors = null as ValidateFunction['errors']
  // Fastify calls it and reads its errors; of the rest it asks nothing.
  return validate as ValidateFunction
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
