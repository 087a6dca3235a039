import { expect, test } from 'vitest'
import { type ImportSource, sizeOfPaste, sourceOfFile, sourceOfPaste } from './import-source.ts'

const file = (name: string, content = 'indicator,on') => new File([content], name)

test.each([
  ['so-lieu.csv', 'text/csv'],
  ['SO-LIEU.CSV', 'text/csv'],
  ['bang.tsv', 'text/csv'],
  ['bang.txt', 'text/csv'],
  ['dong.ndjson', 'application/x-ndjson'],
  ['dong.jsonl', 'application/x-ndjson'],
  ['goi.json', 'application/json'],
])('%s is read as %s', (name, mediaType) => {
  expect(sourceOfFile(file(name))).toMatchObject({ name, mediaType, delimiter: 'auto' })
})

test.each([
  ['bang.xlsm', 'excel'],
  ['bang.xls', 'excel'],
  ['anh.png', 'not_a_table'],
  ['khong-duoi', 'not_a_table'],
])('%s is refused before it is sent: %s', (name, why) => {
  expect(sourceOfFile(file(name))).toBe(why)
})

test('a file without a byte is refused', () => {
  expect(sourceOfFile(file('trong.csv', ''))).toBe('empty')
})

test('choosing the same file again is another import', () => {
  const same = file('so-lieu.csv')
  const [first, second] = [sourceOfFile(same), sourceOfFile(same)] as [ImportSource, ImportSource]
  expect(first.id).toMatch(/^[0-9a-f]{32}$/)
  expect(second.id).not.toBe(first.id)
})

test('a block from a sheet is cells between tabs; what has no tab is left to the service', () => {
  expect(sourceOfPaste('a\tb\n1\t2').delimiter).toBe('tab')
  expect(sourceOfPaste('a;b\n1;2').delimiter).toBe('auto')
})

test('the bytes of a pasted block are the text that was pasted', async () => {
  const text = 'Mã chỉ tiêu\tNgày\nFB-02\t14/11/2026'
  expect(await sourceOfPaste(text).body.text()).toBe(text)
})

test.each([
  ['', { columns: 1, rows: 0 }],
  ['a\tb\tc', { columns: 3, rows: 0 }],
  ['a\tb\r\n1\t2\r\n3\t4\r\n', { columns: 2, rows: 2 }],
  ['a\tb\n1\t"hai\ndòng"\n', { columns: 2, rows: 1 }],
  ['a\tb\n\n1\t2', { columns: 2, rows: 1 }],
])('%j is seen as %j', (text, size) => {
  expect(sizeOfPaste(text)).toEqual(size)
})
