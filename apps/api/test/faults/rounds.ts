/** How often something random is tried: a few times among the other tests, `ROUNDS` times by `pnpm test:faults`. */
export function rounds(few: number): number {
  return Number(process.env.ROUNDS) || few
}
