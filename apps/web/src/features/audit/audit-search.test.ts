import { describe, expect, it } from 'vitest'
import { filtersOf, readAuditSearch } from './audit-search.ts'

describe('the address of the audit page', () => {
  it('keeps what can be read and drops the rest', () => {
    expect(readAuditSearch({ cua: 'he-thong', viec: 'api-key.use', tu: '01/11/2026', den: 'mai' })).toEqual({
      cua: 'he-thong',
      viec: 'api-key.use',
      tu: '01/11/2026',
      den: undefined,
    })
    expect(readAuditSearch({ cua: 'x', viec: "'; drop" })).toEqual({})
  })
  it('asks the service in its own words', () => {
    expect(filtersOf({ viec: 'api-key.use', tu: '01/11/2026', den: '2/11/2026' })).toEqual({
      action: 'api-key.use',
      from: '2026-11-01',
      to: '2026-11-02',
    })
    expect(filtersOf({})).toEqual({})
  })
})
