// The treaty between the service and whoever asks it: types made from openapi.json, and a client that knows them.
import createClient, { type ClientOptions } from 'openapi-fetch'
import type { components, paths } from './schema.d.ts'

export type Schemas = components['schemas']

/** A client of the API at `baseUrl`, such as https://host/api/v1. */
export function createApiClient(options: ClientOptions) {
  return createClient<paths>(options)
}

export type ApiClient = ReturnType<typeof createApiClient>
