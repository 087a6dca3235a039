import { expect, test } from 'vitest'
import {
  contentFault,
  declaredFault,
  evidenceRate,
  extensionOf,
  fileNameOf,
  isEvidenceLink,
} from './evidence.ts'

test('a name is what stands behind its folders, without marks that mislead', () => {
  expect(fileNameOf('C:\\Hoa\\Biên bản.pdf')).toBe('Biên bản.pdf')
  expect(fileNameOf('../../a"b".pdf')).toBe('ab.pdf')
  expect(fileNameOf('a\u202efdp.exe')).toBe('afdp.exe')
  expect([extensionOf('a.PDF'), extensionOf('.pdf'), extensionOf('pdf')]).toEqual(['pdf', '', ''])
})

test('a file is of a kind that is taken, declared as what its name says, and is that', () => {
  expect(declaredFault('a.pdf', 'application/pdf')).toBeNull()
  expect(declaredFault('a.jpg', 'image/jpeg')).toBeNull()
  expect(declaredFault('a.exe', 'application/pdf')).toBe('kind_not_accepted')
  expect(declaredFault('a.constructor', 'application/pdf')).toBe('kind_not_accepted')
  expect(declaredFault('a.pdf', 'text/html')).toBe('type_differs')
  expect(declaredFault('///', 'application/pdf')).toBe('name_missing')
  const pdf = { bytes: 10, sniffed: 'application/pdf', macros: false }
  expect(contentFault('a.pdf', pdf)).toBeNull()
  expect(contentFault('a.pdf', { ...pdf, sniffed: null })).toBe('content_differs')
  expect(contentFault('a.pdf', { ...pdf, macros: true })).toBe('has_macros')
  expect(contentFault('a.pdf', { ...pdf, bytes: 0 })).toBe('empty_file')
})

test('a link is https, to a host, without a password in it', () => {
  expect(isEvidenceLink('https://a.vn/x?y#z')).toBe(true)
  for (const url of ['http://a.vn', 'https://', 'https://u:p@a.vn', 'https://a b', 'javascript:x'])
    expect([url, isEvidenceLink(url)]).toEqual([url, false])
})

test('the rate counts figures with evidence; evidence of the whole indicator is evidence of each', () => {
  expect(evidenceRate('FB-02', ['A', 'B', 'B'], new Set(['FB-02/B', 'FB-02/C']))).toEqual({
    figures: 2,
    withEvidence: 1,
  })
  expect(evidenceRate('FB-02', ['A', 'B'], new Set(['FB-02']))).toEqual({ figures: 2, withEvidence: 2 })
  expect(evidenceRate('CR-01', [null], new Set())).toEqual({ figures: 1, withEvidence: 0 })
})
