import { describe, expect, it } from 'vitest'
import { day } from './day.ts'
import {
  agencyLines,
  countInProse,
  dayInWords,
  differenceInWords,
  inSentence,
  listed,
  numberLine,
  placeAndDay,
  placeOf,
  pointLetter,
  roman,
  shortDay,
  valueInWords,
} from './report-words.ts'

describe('the letters of points', () => {
  it('are those of the Vietnamese alphabet: no f, no j', () => {
    expect(Array.from({ length: 10 }, (_, index) => pointLetter(index)).join(' ')).toBe('a b c d đ e g h i k')
    expect([pointLetter(22), pointLetter(23)]).toEqual(['y', 'aa'])
  })
})

describe('roman', () => {
  it.each([
    [1, 'I'],
    [4, 'IV'],
    [9, 'IX'],
    [14, 'XIV'],
    [40, 'XL'],
  ])('%i is %s', (number, text) => expect(roman(number)).toBe(text))
})

describe('the day of a document', () => {
  it.each([
    ['2026-01-05', 'ngày 05 tháng 01 năm 2026'],
    ['2026-02-10', 'ngày 10 tháng 02 năm 2026'],
    ['2026-03-09', 'ngày 09 tháng 3 năm 2026'],
    ['2026-06-29', 'ngày 29 tháng 6 năm 2026'],
    ['2026-12-04', 'ngày 04 tháng 12 năm 2026'],
  ])('%s: a zero before days below 10 and the months 1 and 2 only', (on, words) => {
    expect(dayInWords(day(on))).toBe(words)
  })
  it('is blank until the clerk gives it, and so is the number', () => {
    expect(placeAndDay('Chánh Lộ', null, 2023)).toBe('Chánh Lộ, ngày      tháng      năm 2023')
    expect(numberLine(null, 'BC-UBND')).toBe('Số:      /BC-UBND')
    expect(numberLine(5, 'BC-UBND')).toBe('Số: 05/BC-UBND')
    expect(numberLine(147, 'BC-UBND')).toBe('Số: 147/BC-UBND')
    expect(shortDay(day('2026-11-14'))).toBe('14/11/2026')
  })
})

describe('numbers in prose', () => {
  it('writes counts below 10 with a zero, and thousands with a dot', () => {
    expect([countInProse(4), countInProse(10), countInProse(4765)]).toEqual(['04', '10', '4.765'])
  })
  it('puts the sign of per cent close, other units apart, and no decimals behind a whole value', () => {
    expect(valueInWords(71.604, '%', 1)).toBe('71,6%')
    expect(valueInWords(100, '%', 1)).toBe('100%')
    expect(valueInWords(1234, 'cây', 0)).toBe('1.234 cây')
  })
  it('counts the distance of two shares in points', () => {
    expect(differenceInWords(-4.7, '%', 1)).toBe('4,7 điểm phần trăm')
    expect(differenceInWords(12, 'cây', 0)).toBe('12 cây')
  })
  it('begins small inside a sentence, but not an abbreviation', () => {
    expect([inSentence('Hộ có cáp quang'), inSentence('UBND phường')]).toEqual([
      'hộ có cáp quang',
      'UBND phường',
    ])
    expect(listed(['a', 'b', 'c'])).toBe('a, b và c')
  })
})

describe('the agency', () => {
  it('stands in two lines of capitals, and its place is what comes after the kind', () => {
    expect(agencyLines('Ủy ban nhân dân phường Chánh Lộ')).toEqual(['ỦY BAN NHÂN DÂN', 'PHƯỜNG CHÁNH LỘ'])
    expect(placeOf('Ủy ban nhân dân phường Cẩm Thành')).toBe('Cẩm Thành')
    expect(agencyLines('Phòng Văn hóa - Xã hội')).toEqual(['PHÒNG VĂN HÓA - XÃ HỘI'])
    expect(placeOf('Phòng Văn hóa - Xã hội')).toBeNull()
  })
})
