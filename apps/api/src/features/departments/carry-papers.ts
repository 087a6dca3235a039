// A department has one request and one report a year: what several had written is put together, and is open again.

import { mayMoveReport } from '@tien-do/domain/department-report-steps'
import {
  budgetStateOfSeveral,
  narrativeOfSeveral,
  OPEN_BUDGET_STATES,
} from '@tien-do/domain/department-succession'
import * as papers from './carry-papers.repo.ts'
import { type Carrying, type Going, goingFrom, type Moved, nameBefore } from './carrying.ts'

const isOpenRequest = (state: papers.RequestRow['state']) =>
  (OPEN_BUDGET_STATES as readonly string[]).includes(state)

/** Where the new department's own request has gone on to the ward, what the others asked for stays where it is. */
export async function carryRequests(carrying: Carrying): Promise<Moved[]> {
  const { tx, ended, departments } = carrying
  const moved: Moved[] = []
  for (const group of goingFrom(carrying, await papers.listOpenRequests(tx, ended))) {
    const [one, ...others] = group
    if (!one) continue
    const to = departments.get(one.to)!
    const own = await papers.findOwnRequest(tx, one.row, to)
    if (own && !isOpenRequest(own.state)) continue
    if (!own && others.length === 0) await papers.moveRequest(tx, one.row.id, to)
    else {
      const parts = group.map(({ row }) => row)
      const [first, ...rest] = own ? [own, ...parts] : parts
      const state = budgetStateOfSeveral([...parts, ...(own ? [own] : [])].map((row) => row.state))
      if (first) await papers.joinRequests(tx, [first, ...rest], to, state)
    }
    moved.push(
      ...group.map(({ row, from, to: into }) => ({
        ...move(from, into, row.year),
        kind: 'request' as const,
      })),
    )
  }
  return moved
}

export async function carryReports(carrying: Carrying): Promise<Moved[]> {
  const { tx, ended, on, departments } = carrying
  const moved: Moved[] = []
  for (const group of goingFrom(carrying, await papers.listOpenReports(tx, ended, on))) {
    const [one, ...others] = group
    if (!one) continue
    const to = departments.get(one.to)!
    const own = await papers.findOwnReport(tx, one.row, to)
    for (const { row, from, to: into } of group)
      await papers.moveReportEvidence(tx, ended, { year: row.year, from, to: into })
    if (!own && others.length === 0) await papers.moveReport(tx, one.row.id, to)
    else {
      const isWritable = !own || mayMoveReport('write', own.state)
      if (isWritable) await papers.joinReports(tx, one.row, own, to, wordsOf(carrying, group, own, one.to))
      await papers.releaseReports(
        tx,
        group.map(({ row }) => row.id),
      )
    }
    moved.push(
      ...group.map(({ row, from, to: into }) => ({ ...move(from, into, row.year), kind: 'report' as const })),
    )
  }
  return moved
}

function wordsOf(
  carrying: Carrying,
  group: readonly Going<papers.ReportRow>[],
  own: papers.ReportRow | undefined,
  ownCode: string,
) {
  const said = group.map(({ row, from }) => ({ name: nameBefore(carrying, from), narrative: row.narrative }))
  return narrativeOfSeveral(
    own ? [{ name: nameBefore(carrying, ownCode), narrative: own.narrative }, ...said] : said,
  )
}

const move = (from: string, to: string, year: number) => ({ from, to, what: String(year) })
