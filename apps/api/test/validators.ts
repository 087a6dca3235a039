// The document as a judge of answers: a field that is not written down is one too many.
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { OpenApi, Route } from './routes.ts'

/** Validators for any place of the document, in which an object has no field that is not written down. */
export function validators(whole: OpenApi): (pointer: string) => ValidateFunction {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv, ['date', 'date-time', 'uuid', 'uri', 'email'])
  for (const format of ['int32', 'int64', 'double', 'password']) ajv.addFormat(format, true)
  ajv.addSchema({ ...closed(whole), $id: 'https://contract.test/openapi.json' })
  return (pointer) => ajv.compile({ $ref: `https://contract.test/openapi.json#${encodeURI(pointer)}` })
}

function closed(value: unknown): object {
  if (typeof value !== 'object' || value === null) return value as unknown as object
  if (Array.isArray(value)) return value.map(closed)
  const open = 'properties' in value && 'type' in value && !('additionalProperties' in value)
  const members = Object.entries(value).map(([name, member]) => [name, closed(member)])
  return { ...Object.fromEntries(members), ...(open ? { additionalProperties: false } : {}) }
}

function pointerPart(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}

/** Where the shape of an answer stands in the document. */
export function responsePointer({ path, method }: Route, status: string, type: string): string {
  const at = ['paths', path, method.toLowerCase(), 'responses', status, 'content', type, 'schema']
  return `/${at.map(pointerPart).join('/')}`
}
