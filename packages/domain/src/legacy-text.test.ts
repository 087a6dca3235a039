import { describe, expect, test } from 'vitest'
import { fromLegacy, readLegacyCell, recogniseLegacy } from './legacy-text.ts'

const SENTENCE = 'Cộng hòa xã hội chủ nghĩa Việt Nam'

describe('text of the years before Unicode', () => {
  test.each([
    ['tcvn3', 'Céng hßa x· héi chñ nghÜa ViÖt Nam'],
    ['vni', 'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam'],
  ] as const)('in %s reads as it was meant', (script, text) => {
    expect(recogniseLegacy(text)?.script).toBe(script)
    expect(fromLegacy(script, text)).toBe(SENTENCE)
  })

  test.each([
    ['tcvn3', 'M· chØ tiªu; Tö sè; MÉu sè; Ngµy', 'Mã chỉ tiêu; Tử số; Mẫu số; Ngày'],
    ['vni', 'Maõ chæ tieâu; Töû soá; Maãu soá; Ngaøy', 'Mã chỉ tiêu; Tử số; Mẫu số; Ngày'],
    ['vni', 'ÑÖÔØNG ÑIEÄN BIEÂN PHUÛ', 'ĐƯỜNG ĐIỆN BIÊN PHỦ'],
  ] as const)('in %s: %s', (script, text, meant) => {
    expect(fromLegacy(script, text)).toBe(meant)
    expect(recogniseLegacy(text)?.script).toBe(script)
  })

  test.each([
    SENTENCE,
    SENTENCE.normalize('NFD'),
    'Tổ dân phố; hoà, toán, quý; Tử số',
    'hoà; toà; xoá',
    'The ward, its office and its plan',
    'café, naïve',
    '',
  ])('what is Unicode stays: %s', (text) => {
    expect(recogniseLegacy(text)).toBeNull()
  })

  test('a cell of Unicode among others stays as it is', () => {
    expect(readLegacyCell('tcvn3', 'Tổ dân phố Hòa')).toBe('Tổ dân phố Hòa')
    expect(readLegacyCell('tcvn3', 'Tæ d©n phè')).toBe('Tổ dân phố')
    expect(readLegacyCell('vni', 'TDP-01')).toBe('TDP-01')
  })
})
