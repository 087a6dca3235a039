// One sentence a reason, as an officer would read it aloud.

import { expect, test } from 'vitest'
import { FIBRE } from '../../test/indicator.ts'
import { reasonSentence } from './reason-sentence.ts'
import type { Indicator } from './status.ts'

const say = (change: Partial<Indicator>) => reasonSentence({ ...FIBRE, ...change })

/** Without what is missing, needed or forecast: the reason alone. */
const QUIET: Partial<Indicator> = { missingUnits: 0, requiredPerYear: null, forecast: null }

test('behind the path: how far, how many are missing, what it takes, where it leads', () => {
  expect(say({})).toBe(
    'Chậm 11,9 điểm phần trăm so với lộ trình. Còn thiếu 1.353 hộ. ' +
      'Cần thêm 6,9 điểm phần trăm mỗi năm để đạt 100% vào năm 2030. ' +
      'Nếu giữ tốc độ hiện nay, năm 2030 sẽ là 86,5\u2060–\u206095,9%.',
  )
})

const REASONS: readonly [string, Partial<Indicator>, string][] = [
  [
    'declared not applicable',
    { reason: 'declared_not_applicable', status: 'not_applicable' },
    'Phường đã xác định chỉ tiêu này không áp dụng.',
  ],
  [
    'nothing to count',
    { reason: 'zero_denominator', status: 'not_applicable' },
    'Kỳ gần nhất không có hộ nào để tính.',
  ],
  [
    'nothing measured',
    { reason: 'not_measured', status: 'no_data', reasonNumbers: { target: 100 } },
    'Chưa có số liệu nào được duyệt; mục tiêu năm 2030 là 100%.',
  ],
  [
    'judged in words',
    { reason: 'not_measured', status: 'no_data', measure: 'qualitative', reasonNumbers: {} },
    'Kế hoạch không nêu con số: đánh giá bằng lời, kèm minh chứng.',
  ],
  [
    'no number in the plan',
    { reason: 'no_target', status: 'insufficient_data', reasonNumbers: { value: 92.68 } },
    'Kế hoạch không nêu con số phải đạt; hiện là 92,7%.',
  ],
  [
    'the last target met',
    {
      reason: 'final_met',
      status: 'achieved',
      value: 94.8,
      reasonNumbers: { finalValue: 94.8, finalTarget: 90 },
    },
    'Đã đạt mục tiêu năm 2030 (90%) với 94,8%.',
  ],
  [
    'the last target missed',
    { reason: 'final_missed', status: 'missed', reasonNumbers: { finalValue: 92.86, finalTarget: 100 } },
    'Hết năm 2030 mới đạt 92,9%, mục tiêu là 100%.',
  ],
  [
    'no figure for the end',
    {
      reason: 'final_not_measured',
      status: 'awaiting_final',
      reasonNumbers: { value: 86.67, finalTarget: 100 },
    },
    'Năm 2030 đã qua mà chưa có số liệu chốt; số gần nhất là 86,7%, mục tiêu 100%.',
  ],
  [
    'met before its day',
    { reason: 'target_met', status: 'achieved', reasonNumbers: { value: 96.2, target: 95 } },
    'Đã đạt mục tiêu năm 2030 (95%): nay là 96,2%.',
  ],
  [
    'a single figure',
    { reason: 'single_measurement', status: 'insufficient_data', reasonNumbers: {} },
    'Mới có một kỳ số liệu nên chưa biết nhanh hay chậm.',
  ],
  [
    'met once, a little short now',
    { reason: 'slipped', status: 'at_risk', reasonNumbers: { shortfall: 1.82 } },
    'Từng đạt mục tiêu, nay kém mục tiêu 1,8 điểm phần trăm.',
  ],
  [
    'met once, far off now',
    { reason: 'fell_from_target', status: 'regressing', reasonNumbers: { shortfall: 9 } },
    'Từng đạt mục tiêu, nay tụt lại kém mục tiêu 9 điểm phần trăm.',
  ],
  [
    'worse than at the start',
    {
      reason: 'below_start',
      status: 'regressing',
      value: 62.5,
      reasonNumbers: { gained: -20.83, anchor: 83.33 },
    },
    'Kém hơn lúc bắt đầu 20,8 điểm phần trăm: khi đó là 83,3%, nay là 62,5%.',
  ],
  [
    'early, on the path',
    { reason: 'early_on_path', status: 'on_track', reasonNumbers: { pathDelta: -1 } },
    'Mới bắt đầu chặng này và đang theo kịp lộ trình.',
  ],
  [
    'early, behind',
    { reason: 'early_behind', status: 'at_risk', reasonNumbers: { pathDelta: -3.2 } },
    'Mới bắt đầu chặng này mà đã chậm 3,2 điểm phần trăm so với lộ trình.',
  ],
  [
    'early, without a path',
    { reason: 'early_behind', status: 'at_risk', reasonNumbers: {} },
    'Mới bắt đầu chặng này, chưa so được với lộ trình.',
  ],
  [
    'in pace, ahead of the path',
    { reason: 'pace_kept', status: 'on_track', reasonNumbers: { pathDelta: 0.39 } },
    'Đang đi đúng tốc độ và vượt lộ trình 0,4 điểm phần trăm.',
  ],
  [
    'in pace, still behind the path',
    { reason: 'pace_kept', status: 'on_track', reasonNumbers: { pathDelta: -9.79 } },
    'Còn chậm 9,8 điểm phần trăm so với lộ trình, nhưng tốc độ gần đây đủ để kịp.',
  ],
  [
    'slowing down',
    { reason: 'slowing', status: 'at_risk', reasonNumbers: { forecastLow: 88.1, target: 100 } },
    'Đang chậm lại: nếu cứ như gần đây, năm 2030 chỉ được 88,1%, mục tiêu 100%.',
  ],
  [
    'too slow, though not behind the path yet',
    { reason: 'behind_pace', status: 'at_risk', reasonNumbers: { paceRatio: 0.85, pathDelta: 0.2 } },
    'Mới đi được 85% tốc độ cần thiết.',
  ],
  [
    'standing still',
    { reason: 'far_behind_pace', status: 'off_track', reasonNumbers: { paceRatio: 0, pathDelta: -4 } },
    'Từ đầu chặng đến nay chưa tiến thêm.',
  ],
  [
    'no figure at the start',
    { reason: 'no_baseline', status: 'insufficient_data', reasonNumbers: {} },
    'Chưa có số liệu đầu kỳ nên chưa tính được tốc độ.',
  ],
]

test.each(REASONS)('%s', (_case, change, sentence) => {
  expect(say({ ...QUIET, ...change })).toBe(sentence)
})

test('a verdict keeps what was known on its day, and says what is known since', () => {
  const milestone = { code: '2025', label: 'Đến năm 2025', on: '2025-12-31', target: 100 }
  expect(
    say({
      ...QUIET,
      milestone,
      value: 100,
      reason: 'final_missed',
      status: 'missed',
      reasonNumbers: { finalValue: 91.67, finalTarget: 100 },
    }),
  ).toBe('Hết năm 2025 mới đạt 91,7%, mục tiêu là 100%. Đến 14/11/2026 là 100%.')
})

test('what counts things speaks of things, not of points', () => {
  expect(
    say({
      measure: 'count',
      unit: 'trạm',
      counted: 'trạm',
      missingUnits: null,
      forecast: null,
      requiredPerYear: 3,
      milestone: { code: '2030', label: 'Đến năm 2030', on: '2030-12-31', target: 40 },
      reasonNumbers: { paceRatio: 0.4, pathDelta: -5 },
    }),
  ).toBe('Chậm 5 trạm so với lộ trình. Cần thêm 3 trạm mỗi năm để đạt 40 trạm vào năm 2030.')
})

test('where less is better, it must fall', () => {
  expect(
    say({
      ...QUIET,
      direction: 'down',
      requiredPerYear: 2.5,
      milestone: { code: '2030', label: 'Đến năm 2030', on: '2030-12-31', target: 10 },
    }),
  ).toContain('Cần giảm 2,5 điểm phần trăm mỗi năm để còn 10% vào năm 2030.')
})

test('a forecast whose ends look the same is one number', () => {
  expect(say({ forecast: { low: 90.01, high: 90.04 } })).toContain('năm 2030 sẽ là khoảng 90%.')
})
