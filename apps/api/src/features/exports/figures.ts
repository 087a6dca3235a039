import type { Context } from '../../core/context.ts'
import type { PlanInForce } from '../plans/index.ts'
import { listFigurePage, type StoredFigure } from './figures.repo.ts'

const PAGE = 5_000

/** A few figures come in the plan's order, as people look for them; many as they were written down. */
export async function* figuresByPage(context: Context, { id, plan }: PlanInForce) {
  const ownerOf = new Map(plan.indicators.map(({ code, owner }) => [code, owner]))
  let after: string | null = null
  do {
    const page: StoredFigure[] = await listFigurePage(context.read, id, after, PAGE)
    const isAll = after === null && page.length < PAGE
    after = page.length < PAGE ? null : (page.at(-1)?.id ?? null)
    const ordered = isAll ? inOrder(page, [...ownerOf.keys()]) : page
    yield ordered.map(({ id: _id, ...row }) => ({ department: ownerOf.get(row.indicator) ?? null, row }))
  } while (after !== null)
}

function inOrder(figures: readonly StoredFigure[], codes: readonly string[]): StoredFigure[] {
  const position = new Map(codes.map((code, index) => [code, index]))
  const key = ({ on, area }: StoredFigure) => `${on} ${area ?? ''}`
  return [...figures].sort(
    (a, b) =>
      (position.get(a.indicator) ?? 0) - (position.get(b.indicator) ?? 0) || (key(a) < key(b) ? -1 : 1),
  )
}
