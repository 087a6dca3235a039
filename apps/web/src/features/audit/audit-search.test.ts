import { describe, expect, it } from 'vitest'
import { readAuditSearch } from './audit-search.ts'
import { filtersOf } from './filters-of.ts'

const HOA = '0198a6f0-5c1e-7a2b-9c3d-4e5f60718293'

describe('the address of the audit page', () => {
  it('keeps what can be read and drops the rest', () => {
    expect(readAuditSearch({ cua: 'he-thong', viec: 'api-key.use', tu: '01/11/2026', den: 'mai' })).toEqual({
      cua: 'he-thong',
      viec: 'api-key.use',
      tu: '01/11/2026',
      den: undefined,
    })
    expect(readAuditSearch({ cua: 'x', viec: "'; drop", ai: 'hoa' })).toEqual({})
    expect(readAuditSearch({ ai: HOA })).toEqual({ ai: HOA })
  })
  it('asks the service in its own words', () => {
    expect(filtersOf({ viec: 'api-key.use', tu: '01/11/2026', den: '2/11/2026' })).toEqual({
      action: 'api-key.use',
      from: '2026-11-01',
      to: '2026-11-02',
    })
    expect(filtersOf({ ai: HOA })).toEqual({ actor: HOA })
    expect(filtersOf({})).toEqual({})
  })
})
