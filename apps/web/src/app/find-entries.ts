// All that can be found by name: pages, indicators, tasks; and which of them a query leaves.

import type { Schemas } from '@tien-do/api-client'
import { matches } from '@tien-do/domain/search-fold'
import { nameOf, searchText } from '../features/indicators/names.ts'
import { PATHS } from '../lib/paths.ts'
import { m } from '../paraglide/messages.js'
import type { NavItem } from './nav-items.ts'

export interface FindEntry {
  /** Where it leads; also its identity. */
  href: string
  name: string
  /** A code, or nothing. */
  mark: string
  searchText: string
}

export interface FindSection {
  title: string
  entries: readonly FindEntry[]
}

const MOST_IN_A_SECTION = 5

export function sectionsOf(
  pages: readonly NavItem[],
  indicators: readonly Schemas['Indicator'][],
  tasks: readonly Schemas['Task'][],
): readonly FindSection[] {
  return [
    {
      title: m.nav_indicators(),
      entries: indicators.map((each) => ({
        ...entry(PATHS.indicator.replace('$ma', each.code), each),
        searchText: searchText(each),
      })),
    },
    {
      title: m.nav_tasks(),
      entries: tasks.map((each) => entry(PATHS.task.replace('$so', each.code), each)),
    },
    {
      title: m.find_pages(),
      entries: pages.map(({ to, label }) => ({ href: to, name: label(), mark: '', searchText: label() })),
    },
  ]
}

function entry(href: string, thing: { code: string; name: string; nameEn: string }): FindEntry {
  const { code, name, nameEn } = thing
  return { href, name: nameOf(thing), mark: code, searchText: `${code} ${name} ${nameEn}` }
}

/** Without a query the pages alone: a list of everything is no help. */
export function found(query: string, sections: readonly FindSection[]): readonly FindSection[] {
  const isBlank = query.trim() === ''
  return sections
    .map(({ title, entries }) => ({
      title,
      entries: isBlank
        ? entries.filter(({ mark }) => mark === '')
        : entries.filter(({ searchText }) => matches(query, searchText)).slice(0, MOST_IN_A_SECTION),
    }))
    .filter(({ entries }) => entries.length > 0)
}
