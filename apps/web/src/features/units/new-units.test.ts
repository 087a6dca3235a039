import { describe, expect, it } from 'vitest'
import { newUnitsIn } from './new-units.ts'

describe('newUnitsIn', () => {
  it('makes a code of the first letters, one that nobody has', () => {
    expect(newUnitsIn('Phòng Kinh tế\n\n Phòng Đô thị ', ['PKT', 'PKT-2'])).toEqual([
      { code: 'PKT-3', name: 'Phòng Kinh tế' },
      { code: 'PDT', name: 'Phòng Đô thị' },
    ])
  })
  it('finds one even for a name without letters', () => {
    expect(newUnitsIn('???', [])).toEqual([{ code: 'BP', name: '???' }])
  })
})
