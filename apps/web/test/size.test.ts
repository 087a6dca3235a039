// What a newcomer's browser must fetch. Reads the build in dist: run `pnpm build` first.

import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'

const DIST = join(import.meta.dirname, '../dist')
const ASSETS = join(DIST, 'assets')
const KB = 1000

const html = readFileSync(join(DIST, 'index.html'), 'utf8')
const assets = readdirSync(ASSETS)
const scripts = assets.filter((name) => name.endsWith('.js'))

const gzipped = (name: string) => gzipSync(readFileSync(join(ASSETS, name)), { level: 9 }).length
const sum = (names: Iterable<string>) => [...names].reduce((total, name) => total + gzipped(name), 0)

/** The files that a script imports at once; `import(…)` waits and is not followed. */
function staticImports(script: string): string[] {
  const source = readFileSync(join(ASSETS, script), 'utf8')
  return [...source.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([\w.-]+\.js)["']/g)].map(
    ([, name]) => name ?? '',
  )
}

function withImports(start: Iterable<string>): Set<string> {
  const seen = new Set<string>()
  const open = [...start]
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue
    seen.add(name)
    open.push(...staticImports(name))
  }
  return seen
}

/** The scripts that fetch this one when it is wanted. */
function askersOf(script: string): string[] {
  return scripts.filter((name) =>
    new RegExp(`import\\(\\s*["'\`]\\./${script.replaceAll('.', '\\.')}`).test(
      readFileSync(join(ASSETS, name), 'utf8'),
    ),
  )
}

/** What the browser has when a script is asked for: the shell, and the page that asks where it is the only one. */
function atHandFor(script: string): Set<string> {
  const [asker, ...others] = askersOf(script)
  return new Set([...shell, ...(asker && others.length === 0 ? withImports([asker]) : [])])
}

function inHtml(extension: string): string[] {
  return [...html.matchAll(/(?:src|href)="\/assets\/([^"]+)"/g)]
    .map(([, name]) => name ?? '')
    .filter((name) => name.endsWith(extension))
}

const shell = withImports(inHtml('.js'))
const startPage = scripts.filter((name) => name.startsWith('home-page-'))
const firstScreen = withImports([...shell, ...startPage])

describe('a browser fetches', () => {
  test('at most 165 kB of script for the signed-in first screen', () => {
    expect(startPage).toHaveLength(1)
    expect(sum(firstScreen)).toBeLessThanOrEqual(165 * KB)
  })

  test('at most 35 kB more for the grid in which figures are typed', () => {
    const entry = scripts.filter((name) => name.startsWith('entry-page-'))
    expect(entry).toHaveLength(1)
    const more = [...withImports(entry)].filter((name) => !firstScreen.has(name))
    expect(sum(more)).toBeLessThanOrEqual(35 * KB)
  })

  test('at most 20 kB of style in all', () => {
    expect(sum(assets.filter((name) => name.endsWith('.css')))).toBeLessThanOrEqual(20 * KB)
  })

  test('two font files of at most 60 kB together', () => {
    const fonts = assets.filter((name) => name.endsWith('.woff2'))
    expect(fonts.map((name) => basename(name).split('-')[1]).sort()).toEqual(['latin', 'vietnamese'])
    expect(
      fonts.reduce((total, name) => total + readFileSync(join(ASSETS, name)).length, 0),
    ).toBeLessThanOrEqual(60 * KB)
  })

  test.each(scripts.filter((name) => !shell.has(name)))(
    'at most 50 kB more for %s and what it needs',
    (script) => {
      const atHand = atHandFor(script)
      const more = [...withImports([script])].filter((name) => !atHand.has(name))
      expect(sum(more)).toBeLessThanOrEqual(50 * KB)
    },
  )
})

describe('the policy forbids, and the page does not have', () => {
  test('an inline script, an inline style, or another host', () => {
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/)
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/)
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
  })
})
