import { expect, test } from 'vitest'
import type { Waiting } from './queries.ts'
import { changeInWords, lastInWords } from './waiting-words.ts'

const waiting = (numerator: number, last: number | null): Waiting =>
  ({
    indicator: { code: 'FB-02', name: 'Hộ', nameEn: 'Households', unit: '%', decimals: 1, kind: 'pair' },
    area: { code: 'TDP-05', name: 'Tổ dân phố 5' },
    owner: null,
    measurement: { numerator, denominator: 200, value: null, qualitative: null, notApplicable: false },
    inForce: null,
    last:
      last === null
        ? null
        : {
            on: '2025-11-30',
            numerator: last,
            denominator: 200,
            value: null,
            qualitative: null,
            notApplicable: false,
          },
  }) as unknown as Waiting

test('the last figure stands with its share and its day, and the change in points with its sign', () => {
  expect(lastInWords(waiting(100, 90))).toBe('45% (30/11/2025)')
  expect(changeInWords(waiting(100, 90))).toBe('+5 điểm')
  expect(changeInWords(waiting(81, 90))).toBe('−4,5 điểm')
})

test('where there was no figure before, nothing is compared', () => {
  expect(lastInWords(waiting(100, null))).toBe('chưa có')
  expect(changeInWords(waiting(100, null))).toBeNull()
})
