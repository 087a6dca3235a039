import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareVietnamese, fold, matches } from './search-fold.ts'

const vietnamese = fc.string({ unit: fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấềỗựĐẶỨ 0129') })

describe('folding', () => {
  test('takes away marks, capitals and the stroke of đ', () => {
    expect(fold('Hộ gia đình')).toBe('ho gia dinh')
    expect(fold('ĐƯỜNG TRUYỀN SỐ LIỆU')).toBe('duong truyen so lieu')
    expect(fold('ăâêôơưỳỷỹ')).toBe('aaeoouyyy')
  })

  test('is the same wherever the tone is placed, and however the letters are composed', () => {
    expect(fold('hoà')).toBe(fold('hòa'))
    expect(fold('thuỷ')).toBe(fold('thủy'))
    expect(fold('Tổ dân phố'.normalize('NFD'))).toBe(fold('Tổ dân phố'.normalize('NFC')))
  })

  test('makes every kind of space one space', () => {
    expect(fold('  tổ\u00a0dân \n phố ')).toBe('to dan pho')
  })

  test('changes nothing the second time', () => {
    fc.assert(
      fc.property(
        fc.oneof(vietnamese, fc.string({ unit: 'grapheme' })),
        (text) => fold(fold(text)) === fold(text),
      ),
    )
  })
})

describe('finding', () => {
  test('"ho gia dinh" finds "Tỷ lệ hộ gia đình", and so do its words in another order', () => {
    expect(matches('ho gia dinh', 'Tỷ lệ hộ gia đình có cáp quang')).toBe(true)
    expect(matches('cáp hộ', 'Tỷ lệ hộ gia đình có cáp quang')).toBe(true)
    expect(matches('HỘ', 'hộ')).toBe(true)
  })

  test('asks for every word', () => {
    expect(matches('ho may tinh', 'Tỷ lệ hộ gia đình')).toBe(false)
  })

  test('finds part of a word, and everything where nothing is asked', () => {
    expect(matches('inter', 'Kết nối Internet')).toBe(true)
    expect(matches('  ', 'Kết nối Internet')).toBe(true)
  })

  test('a text finds itself', () => {
    fc.assert(fc.property(vietnamese, (text) => matches(text, text)))
  })
})

describe('the Vietnamese order', () => {
  const inOrder = (...words: string[]) => {
    expect(words.toReversed().sort(compareVietnamese)).toEqual(words)
    for (const [index, word] of words.entries())
      for (const later of words.slice(index + 1)) expect(compareVietnamese(word, later)).toBeLessThan(0)
  }

  test('is that of the alphabet', () => {
    inOrder(...'aăâbcdđeêghiklmnoôơpqrstuưvxy')
    inOrder('dân', 'đa')
    inOrder('an', 'ăn', 'ân')
    inOrder('tư', 'tưa', 'vai')
  })

  test('then of the tones: ngang, huyền, hỏi, ngã, sắc, nặng', () => {
    inOrder('ma', 'mà', 'mả', 'mã', 'má', 'mạ')
    inOrder('â', 'ầ', 'ẩ', 'ẫ', 'ấ', 'ậ')
    inOrder('ươ', 'ườ', 'ưở', 'ưỡ', 'ướ', 'ượ')
  })

  test('letters decide before tones', () => {
    inOrder('mạ', 'mai')
    inOrder('hộ gia đình', 'hồ sơ')
  })

  test('counts numbers by their size', () => {
    inOrder('Tổ dân phố 1', 'Tổ dân phố 2', 'Tổ dân phố 10', 'Tổ dân phố 11')
  })

  test('is one order: nothing but the same text compares as equal', () => {
    fc.assert(
      fc.property(vietnamese, vietnamese, vietnamese, (a, b, c) => {
        expect(Math.sign(compareVietnamese(a, b)) + Math.sign(compareVietnamese(b, a))).toBe(0)
        expect(compareVietnamese(a, b) === 0).toBe(a === b)
        const [x, y, z] = [a, b, c].sort(compareVietnamese) as [string, string, string]
        expect(compareVietnamese(x, z)).toBeLessThanOrEqual(0)
        expect(compareVietnamese(x, y)).toBeLessThanOrEqual(0)
      }),
    )
  })
})
