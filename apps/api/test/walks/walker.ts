// What a part of the walk is given: who walks, and how a step is taken down.
import type supertest from 'supertest'
import type { Harness } from '../harness.ts'

export interface Step {
  readonly operationId: string
  readonly answer: supertest.Response
}

export interface Walker {
  readonly house: Harness
  readonly step: (operationId: string, request: supertest.Test) => Promise<supertest.Response>
  readonly coordinator: supertest.Agent
  readonly leader: supertest.Agent
  readonly admin: supertest.Agent
}
export type Walk = (walker: Walker) => Promise<void>
