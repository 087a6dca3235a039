// Every regular expression of the house is quick on every text (ASVS 5.0, 1.3.12): by its shape, or shown on long hostile texts.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import safe from 'safe-regex2'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const SOURCES = ['apps/api/src', 'packages/domain/src', 'apps/web/src']
const LENGTH = 50_000
/** What expressions stumble over: one character for ever, two in turn, and an end that does not fit. */
const HOSTILE = ['a', '1', '0', ' ', '.', '-', '(', '=', '/', 'a.', 'a-', '1.', '1,', '@a', ' có']

function literalsOf(file: string): RegExp[] {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true, kind)
  const found: RegExp[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/')
      found.push(new RegExp(node.text.slice(1, end), node.text.slice(end + 1)))
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

const files = SOURCES.flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`, { cwd: ROOT }))
  .filter((file) => !/\.test\.|paraglide/.test(file))
  .map((file) => join(ROOT, file))
const written = new Map(files.flatMap(literalsOf).map((each) => [String(each), each]))
const document = readFileSync(join(ROOT, 'packages/api-client/openapi.json'), 'utf8')
const asked = new Set(
  [...document.matchAll(/"pattern": ("(?:[^"\\]|\\.)*")/g)].map(([, text = '""']) => text),
)
const all = [...written.values(), ...[...asked].map((text) => new RegExp(JSON.parse(text), 'u'))]

describe('the expressions of the house', () => {
  it('are found: in the source, and in what the document asks of texts', () => {
    expect([written.size > 100, asked.size > 20]).toEqual([true, true])
  })
  // The shape that cannot run away needs no trial; the others are tried.
  it.each(all.filter((each) => !safe(each)).map((each) => [String(each), each] as const))(
    '%s is quick on long hostile texts',
    (_name, expression) => {
      for (const part of HOSTILE) {
        const text = part.repeat(LENGTH / part.length)
        for (const each of [text, `${text}!`, `!${text}`, `https://${text} `]) {
          expression.lastIndex = 0
          expect(typeof expression.test(each)).toBe('boolean')
        }
      }
    },
  )
})
