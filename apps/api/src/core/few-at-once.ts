// Costly work a few at a time: those who come meanwhile wait, and where too many wait they are told to come again.
import { AppError } from './errors.ts'

export type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result>

/** At most `most` run, at most `waiting` wait behind them; whoever comes then gets `service.busy`. */
export function fewAtOnce(most: number, waiting: number): InTurn {
  let running = 0
  const queue: (() => void)[] = []
  return async (work) => {
    if (running < most) running += 1
    else if (queue.length >= waiting) throw new AppError('service.busy')
    // Whoever leaves hands on the place: nobody who comes in between takes it.
    else await new Promise<void>((resolve) => queue.push(resolve))
    try {
      return await work()
    } finally {
      const next = queue.shift()
      if (next) next()
      else running -= 1
    }
  }
}
