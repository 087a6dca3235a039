// The demo's figures are invented, but they fit the plan, and they show what an officer may meet.

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { day } from '../packages/domain/src/day.ts'
import { METHODS } from '../packages/domain/src/indicator.ts'
import type { PlanArea } from '../packages/domain/src/plan.ts'
import { assessPlanIndicator } from '../packages/domain/src/plan-assessment.ts'
import { parsePlanFile } from '../packages/domain/src/plan-file.ts'
import { ratioFaults } from '../packages/domain/src/value.ts'

const areas: readonly PlanArea[] = JSON.parse(read('./samples/chanh-lo.areas.json'))
const result = parsePlanFile({ ...JSON.parse(read('./chanh-lo.json')), areas })
if (!result.ok) throw new Error(JSON.stringify(result.faults))
const { plan } = result
const rows = readRows('./samples/chanh-lo.csv')

describe('the sample figures fit the plan', () => {
  test('every row names an indicator that is counted, and an area where it is counted by area', () => {
    for (const row of rows) {
      const indicator = plan.indicators.find((one) => one.code === row.indicator)
      expect(indicator?.measure, row.line).not.toBe('qualitative')
      expect(
        areas.some((area) => area.code === row.area),
        row.line,
      ).toBe(indicator?.perArea)
    }
  })

  test('every row has whole counts, a numerator within its denominator, a source, a method, and says that it is a sample', () => {
    for (const row of rows) {
      expect(ratioFaults(row.numerator, row.denominator, 100), row.line).toEqual([])
      expect(METHODS, row.line).toContain(row.method)
      expect(row.source, row.line).not.toBe('')
      expect(row.note, row.line).toMatch(/^Số liệu minh họa/)
    }
  })

  test('no indicator, area and day stands there twice', () => {
    const keys = rows.map((row) => `${row.indicator} ${row.area} ${row.on}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('a group without fibre has no household with it', () => {
    const without = rows.filter((row) => row.indicator === 'FB-01' && row.numerator === 0)
    const households = without.map((row) =>
      rows.find((other) => other.indicator === 'FB-02' && other.area === row.area && other.on === row.on),
    )
    expect(households.length).toBeGreaterThan(0)
    expect(households.every((row) => row?.numerator === 0)).toBe(true)
  })
})

describe('on the day of the demo the sample figures show', () => {
  const asOf = day('2026-11-22')
  const readings = plan.indicators.map((indicator) => {
    const figures = rows.filter((row) => row.indicator === indicator.code)
    return assessPlanIndicator(plan, indicator, figures, asOf)
  })
  const reading = (code: string) => readings.find((one) => one.indicator.code === code)!

  test('every status that figures can lead to', () => {
    const statuses = new Set(readings.map((one) => one.assessment.status))
    expect(statuses).toEqual(
      new Set([
        'achieved',
        'on_track',
        'at_risk',
        'off_track',
        'regressing',
        'missed',
        'awaiting_final',
        'insufficient_data',
        'no_data',
      ]),
    )
  })

  test('a verdict on the milestone of 2025, kept and missed', () => {
    const verdicts = readings.flatMap((one) => one.assessment.verdicts.map((verdict) => verdict.outcome))
    expect(new Set(verdicts)).toEqual(new Set(['achieved', 'missed', 'awaiting_final']))
  })

  test('a total of all fourteen groups, and one of which two groups have not reported', () => {
    expect(reading('FB-02').latest).toMatchObject({
      numerator: 3412,
      denominator: 4765,
      coverage: { reported: 14, expected: 14 },
    })
    expect(reading('MB-02').latest).toMatchObject({ numerator: 5902, denominator: 7111 })
    expect(reading('MB-03').latest?.coverage).toEqual({ reported: 12, expected: 14 })
  })
})

function readRows(path: string) {
  const [header, ...lines] = read(path).trimEnd().split('\n')
  expect(header).toBe('indicator,area,on,numerator,denominator,value,source,method,note')
  return lines.map((line) => {
    const [indicator, area, on, numerator, denominator, value, source, method, note] = line.split(',')
    if (value !== '' || note === undefined) throw new Error(`not a row of counts: ${line}`)
    return {
      line,
      indicator,
      area: area || null,
      on: day(on!),
      numerator: Number(numerator),
      denominator: Number(denominator),
      value: null,
      estimated: method === 'estimated',
      source,
      method,
      note,
    }
  })
}

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8')
}
