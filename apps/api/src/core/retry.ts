import { setTimeout as sleep } from 'node:timers/promises'
import { sqlStateOf } from './sql-state.ts'

const SERIALIZATION_FAILURE = '40001'
const DEADLOCK = '40P01'
const ATTEMPTS = 3
const BASE_MS = 20

/** Runs a whole transaction again when the database gave it up in favour of another one. */
export async function retrying<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const state = sqlStateOf(error)
      if ((state !== SERIALIZATION_FAILURE && state !== DEADLOCK) || attempt === ATTEMPTS) throw error
      await sleep(BASE_MS * attempt * (1 + Math.random()))
    }
  }
}
