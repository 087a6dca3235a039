// What the reference shows: one household indicator after its first count.

const TARGETS = [
  {
    milestone: '2025',
    label: 'Đến năm 2025',
    on: '2025-12-31',
    target: 80,
    kind: 'stated',
    text: '80% các hộ gia đình có kết nối Internet băng rộng cố định cáp quang.',
    verdict: 'awaiting_final',
  },
  {
    milestone: '2030',
    label: 'Đến năm 2030',
    on: '2030-12-31',
    target: 100,
    kind: 'stated',
    text: '100% các hộ gia đình có kết nối Internet băng rộng cố định cáp quang.',
    verdict: null,
  },
]

export const INDICATOR_EXAMPLE = {
  code: 'FB-02',
  name: 'Hộ có Internet cáp quang',
  nameEn: 'Households with fixed fibre Internet',
  group: 'FB',
  ref: 'II.1.1.2, ý 2; II.2.2.2, ý 1',
  measure: 'ratio',
  direction: 'up',
  unit: '%',
  counted: 'hộ',
  perArea: true,
  owner: {
    code: 'VH-TT',
    name: 'Bộ phận Văn hóa - Thông tin',
    shortName: 'Văn hóa - Thông tin',
  },
  status: 'insufficient_data',
  computedStatus: 'insufficient_data',
  override: null,
  reason: 'single_measurement',
  provisional: false,
  reasonNumbers: {
    value: 83.07692307692308,
    target: 100,
    shortfall: 16.92307692307692,
    requiredPerYear: 4.098824219547031,
  },
  value: 83.07692307692308,
  numerator: 216,
  denominator: 260,
  measuredOn: '2026-11-14',
  estimated: false,
  qualitative: null,
  freshness: 'fresh',
  shownDecimals: 1,
  coverage: {
    reported: 1,
    expected: 14,
  },
  missingUnits: 44,
  expected: 83.07692307692308,
  pathDelta: 0,
  gapClosed: 0,
  paceRatio: null,
  requiredPerYear: 4.098824219547031,
  forecast: null,
  milestone: {
    code: '2030',
    label: 'Đến năm 2030',
    on: '2030-12-31',
    target: 100,
  },
  targets: TARGETS,
  hiddenInTask: null,
  successor: null,
}

export const DETAIL_EXAMPLE = {
  ...INDICATOR_EXAMPLE,
  text: '80% các hộ gia đình có kết nối Internet băng rộng cố định cáp quang.',
  numeratorText: 'Số hộ gia đình đang có kết nối Internet băng rộng cố định cáp quang',
  denominatorText: 'Tổng số hộ gia đình của phường',
  definition: {
    version: 1,
    text: 'Số hộ gia đình đang có kết nối Internet băng rộng cố định cáp quang trên tổng số hộ gia đình của phường tại thời điểm thu thập.',
  },
  source: null,
  note: 'Kế hoạch không nêu đơn vị phụ trách số liệu; đơn vị ghi ở đây là đề xuất, phường quyết định. Thuê bao không phải là hộ (một hộ có thể có hai đường, cơ sở kinh doanh cũng có thuê bao); cần ghi rõ nguồn số liệu.',
  baseline: {
    on: '2026-11-14',
    value: 83.07692307692308,
    kind: 'first_measurement',
  },
  evidence: { year: 2026, figures: 14, withEvidence: 9 },
  areas: [
    {
      code: 'TDP-05',
      name: 'Tổ dân phố 5',
      on: '2026-11-14',
      numerator: 216,
      denominator: 260,
      value: 83.07692307692308,
      notApplicable: false,
      missingUnits: 44,
    },
  ],
  tasks: [
    {
      code: 'NV-01',
      name: 'Rà soát, bổ sung kế hoạch chính quyền điện tử, chính quyền số',
      nameEn: 'Review and complete the plan for e-government and digital government',
    },
    {
      code: 'NV-03',
      name: 'Phổ cập băng rộng, máy tính bảng, điện thoại thông minh',
      nameEn: 'Bring broadband, tablets and smartphones to everyone',
    },
  ],
  predecessors: [],
  allowedActions: ['measurement.record', 'measurement.import', 'measurement.approve'],
}

export const SERIES_EXAMPLE = {
  code: 'FB-02',
  points: [
    {
      on: '2026-11-14',
      value: 83.07692307692308,
      numerator: 216,
      denominator: 260,
      coverage: {
        reported: 1,
        expected: 14,
      },
      estimated: false,
    },
  ],
  path: [
    {
      on: '2026-11-14',
      value: 83.07692307692308,
    },
    {
      on: '2030-12-31',
      value: 100,
    },
  ],
  forecast: null,
  targets: TARGETS,
}
