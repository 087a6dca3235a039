// Two validators: bodies are strict, query strings coerce. The default would turn null into 0 at the door.
import { Ajv, type Options } from 'ajv'
import addFormats from 'ajv-formats'
import type { FastifySchemaCompiler } from 'fastify'

const SHARED: Options = { allErrors: true, strict: false, useDefaults: true, validateFormats: true, removeAdditional: false }

/** Builds the validator compiler of an application: strict for bodies, coercing for everything in the URL. */
export function buildValidators(schemas: Readonly<Record<string, unknown>>): FastifySchemaCompiler<unknown> {
  const strict = compilerWith({ ...SHARED, coerceTypes: false }, schemas)
  const coercing = compilerWith({ ...SHARED, coerceTypes: 'array' }, schemas)
  return ({ schema, httpPart }) => (httpPart === 'body' ? strict : coercing).compile(schema as object)
}

function compilerWith(options: Options, schemas: Readonly<Record<string, unknown>>): Ajv {
  const ajv = new Ajv(options)
  addFormats.default(ajv, ['date', 'date-time', 'uuid', 'uri', 'email'])
  for (const format of ['int32', 'int64', 'double', 'password', 'binary']) ajv.addFormat(format, true)
  for (const schema of Object.values(schemas)) ajv.addSchema(schema as object)
  return ajv
}

/** Text is stored precomposed (NFC), whatever the keyboard or the file gave. */
export function toNfc(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC')
  if (Array.isArray(value)) return value.map(toNfc)
  if (value && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, toNfc(member)]))
  }
  return value
}
