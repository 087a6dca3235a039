// docs/security.md and docs/operations.md name the tests that hold what they promise: those tests must be there.
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = new URL('../../../', import.meta.url)
const textOf = (path: string) => readFile(fileURLToPath(new URL(path, ROOT)), 'utf8')
/** As the documents say: paths are below apps/api unless they begin with apps/ or packages/. */
const fullPath = (path: string) => (/^(apps|packages)\//.test(path) ? path : `apps/api/${path}`)

describe.each(['docs/security.md', 'docs/operations.md'])('%s', async (document) => {
  const text = await textOf(document)
  const files = [...new Set([...text.matchAll(/`([\w./-]+\.test\.tsx?)`/g)].map(([, path = '']) => path))]
  it.each(files)('names a test file that is there: %s', async (path) => {
    expect(await textOf(fullPath(path))).toContain('expect(')
  })
  // A name in quotes stands behind the file in which it is; "ibid." is the last one that was named.
  const named: [path: string, name: string][] = []
  let file = ''
  for (const [, path, name] of text.matchAll(/`([\w./-]+\.test\.tsx?)`|"([^"\n]+)"/g)) {
    if (path) file = path
    else if (file && name) named.push([file, name.replace(/…$/, '')])
  }
  it.runIf(named.length > 0).each(named)(
    '%s has a test that begins with these words: %s',
    async (path, name) => {
      expect(await textOf(fullPath(path))).toContain(name)
    },
  )
})
