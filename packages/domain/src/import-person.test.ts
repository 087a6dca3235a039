import { expect, test } from 'vitest'
import { day } from './day.ts'
import { emailIn, type PersonInFile, takePerson } from './import-person.ts'
import type { PersonFileRow } from './import-registers.ts'

const DEPARTMENTS = new Map([
  ['VH-TT', true],
  ['OLD', false],
])
const row = (change: Partial<PersonFileRow> = {}): PersonFileRow => ({
  ...{
    email: 'An@phuong.test',
    name: 'Võ Đình An',
    role: 'officer',
    department: 'VH-TT',
    from: null,
    until: null,
  },
  ...change,
})
const officer = { role: 'officer', department: 'VH-TT', from: day('2026-01-01'), until: null } as const
const KNOWN: PersonInFile = { name: 'Võ Đình An', roles: [officer], isNew: false }
const said = (known: PersonInFile | null, change: Partial<PersonFileRow> = {}) => {
  const taken = takePerson(known, row(change), DEPARTMENTS)
  return taken.outcome === 'refused'
    ? taken.faults.map(({ column, code }) => `${column} ${code}`).join()
    : taken.outcome
}

test('somebody new is made with the role; a second row of the same file gives a second role', () => {
  const first = takePerson(null, row(), DEPARTMENTS)
  expect(first).toMatchObject({
    outcome: 'created',
    person: { roles: [{ role: 'officer', department: 'VH-TT' }] },
  })
  const made = first.outcome === 'created' ? first.person : null
  expect(takePerson(made, row({ role: 'viewer', department: null }), DEPARTMENTS)).toMatchObject({
    outcome: 'created',
    person: { roles: [{ role: 'officer' }, { role: 'viewer' }] },
  })
})

test('whoever is there already stays as they are', () => {
  expect([said(KNOWN), said(KNOWN, { from: day('2026-01-01') })]).toEqual(['unchanged', 'unchanged'])
  expect(said(KNOWN, { role: 'leader' })).toBe('role field_stays')
  expect(said(KNOWN, { from: day('2026-02-01') })).toBe('role field_stays')
  expect(said(KNOWN, { name: 'Võ An' })).toBe('name field_stays')
})

test('nobody becomes administrator by a file; departments are known and there', () => {
  expect(said(null, { role: 'admin' })).toBe('role administrator_by_hand')
  expect(said(null, { department: 'XX' })).toBe('department unknown_department')
  expect(said(null, { department: 'OLD' })).toBe('department department_not_in_force')
  expect(said(null, { from: day('2026-02-01'), until: day('2026-02-01') })).toBe('until period_reversed')
  expect(said(null, { email: 'không phải thư' })).toBe('email not_an_email')
})

test.each([
  ['a@b.vn', 'a@b.vn'],
  [' A.B@Phuong.Test ', 'a.b@phuong.test'],
  ['a@b', null],
  ['a b@c.vn', null],
  [null, null],
])('%s is the address %s', (text, email) => {
  expect(emailIn(text)).toBe(email)
})
