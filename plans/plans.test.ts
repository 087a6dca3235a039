// Every word that the plan file gives as the plan's own stands in the plan's text, to the letter: nothing is invented.

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { weekday } from '../packages/domain/src/day.ts'
import { parsePlanFile } from '../packages/domain/src/plan-file.ts'
import { DEFAULT_THRESHOLDS } from '../packages/domain/src/thresholds.ts'

const plan = readPlan('./chanh-lo.json')
const text = plainWords(read('./chanh-lo.txt'))

describe("the words of Chánh Lộ's plan stand in its text", () => {
  const { document } = plan
  const words: [place: string, words: string][] = [
    ['title', plan.title],
    ['signatory', document.signatory.titleAsWritten ?? document.signatory.title],
    ['signatory', document.signatory.name],
    ...document.basis.flatMap((basis): [string, string][] => [
      [
        basis.number,
        `${basis.kind} số ${basis.number} ngày ${dayAsWritten(basis.issuedOn)} của ${basis.issuer} về ${basis.title}`,
      ],
    ]),
    ...document.recipients.map((recipient): [string, string] => ['recipient', recipient.text]),
    ...document.corrections.map((correction): [string, string] => [correction.where, correction.asWritten]),
    ...plan.groups.flatMap((group) => group.refs.map((ref): [string, string] => [group.code, ref.title])),
    ...plan.indicators.flatMap((indicator): [string, string][] => [
      [indicator.code, indicator.text],
      ...indicator.targets.map((target): [string, string] => [
        `${indicator.code} ${target.milestone}`,
        target.text,
      ]),
    ]),
    ...plan.tasks.flatMap((task): [string, string][] => [
      [task.code, task.text],
      ...task.subItems.map((item): [string, string] => [item.code, item.text]),
    ]),
    ...plan.responsibilities.flatMap((responsibility): [string, string][] => [
      [responsibility.code, responsibility.text],
      [`${responsibility.code} coordinating`, responsibility.coordinating ?? responsibility.text],
    ]),
    ...plan.deadlines.map((deadline): [string, string] => [deadline.code, deadline.text]),
    ...plan.fundingSources.map((source): [string, string] => [source.code, source.text]),
  ]
  test.each(words)('%s: %s', (_place, given) => {
    expect(text.includes(given)).toBe(true)
  })
})

describe("Chánh Lộ's plan is held whole", () => {
  test('every target of part II is somebody’s target: sixteen bullets, one of them in three parts', () => {
    const bullets = read('./chanh-lo.txt')
      .split('**II. MỤC TIÊU**')[1]!
      .split('## **III.')[0]!
      .match(/^- .*$/gm)!
    const given = plan.indicators.flatMap((indicator) => [
      indicator.text,
      ...indicator.targets.map((target) => target.text),
    ])
    expect(bullets).toHaveLength(16)
    for (const bullet of bullets) expect(given).toContain(plainWords(bullet))
  })

  test('every task of part III is there, each a whole paragraph of it', () => {
    const paragraphs = read('./chanh-lo.txt')
      .split('## **III.')[1]!
      .split('#### **IV.')[0]!
      .match(/^\*\*\d+\.\*\* .*$/gm)!
    expect(plan.tasks.map((task) => task.text)).toEqual(
      paragraphs.map((paragraph) => plainWords(paragraph).replace(/^\d+\. /, '')),
    )
  })

  test('all thirteen responsibilities, eight deadlines and eight recipients are there', () => {
    expect(
      [plan.responsibilities, plan.deadlines, plan.document.recipients].map((list) => list.length),
    ).toEqual([13, 8, 8])
  })

  test('number and date are not in the text, so they are not in the file', () => {
    expect([plan.document.number, plan.document.issuedOn]).toEqual([null, null])
  })

  test('no figure is given as a baseline: the plan states none', () => {
    expect(plan.indicators.filter((indicator) => indicator.baseline)).toEqual([])
  })

  test('only the lead that part V names is stated', () => {
    expect(plan.tasks.filter((task) => task.lead).map((task) => [task.code, task.lead])).toEqual([
      ['NV-02', { department: 'VH-TT', stated: true }],
    ])
  })

  test('what changes its unit between the milestones is two indicators, linked', () => {
    const links = plan.indicators.filter((indicator) => indicator.successor)
    expect(links.map((indicator) => [indicator.code, indicator.successor])).toEqual([
      ['MB-03', 'MB-05'],
      ['DP-02b', 'DP-06'],
    ])
  })
})

describe("Chánh Lộ's plan beside its text", () => {
  test('reports to the city until 30/06/2025 and to the province from 01/07/2025', () => {
    const routes = plan.deadlines.find((deadline) => deadline.code === plan.cycle.wardDeadline)?.routes
    expect(routes).toEqual([
      { recipient: 'UBND-TP', validFrom: null, validTo: '2025-07-01' },
      { recipient: 'UBND-TINH', validFrom: '2025-07-01', validTo: null },
    ])
  })

  test('nothing that still has to be done rests with a department that has ended', () => {
    const owners = plan.indicators.map((indicator) => indicator.owner)
    const leads = plan.tasks.flatMap((task) => [task.lead?.department, task.proposedLead])
    const ended = plan.departments.filter((department) =>
      department.versions.every((version) => version.validTo !== null),
    )
    expect(ended.map((department) => department.code)).toEqual(['UBND-P', 'UBND-TP', 'PVHTT-TP'])
    for (const { code } of ended) expect([...owners, ...leads]).not.toContain(code)
  })

  test('judges by the thresholds of the rules', () => {
    expect(plan.thresholds).toEqual(DEFAULT_THRESHOLDS)
  })

  test('a day taken off is a weekday, and a Saturday worked is a Saturday', () => {
    const offOnWeekend = plan.holidays.filter(({ kind, on }) => kind === 'day_off' && weekday(on) > 5)
    const workedOtherwise = plan.holidays.filter(
      ({ kind, on }) => kind === 'worked_saturday' && weekday(on) !== 6,
    )
    expect([offOnWeekend, workedOtherwise]).toEqual([[], []])
  })
})

function readPlan(path: string) {
  const result = parsePlanFile(JSON.parse(read(path)))
  if (!result.ok) throw new Error(JSON.stringify(result.faults, null, 2))
  return result.plan
}

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8').normalize('NFC')
}

/** The text without Markdown's marks (stars, hashes, list dashes) and its line breaks. */
function plainWords(markdown: string): string {
  const lines = markdown.split('\n').map((line) => line.replaceAll('*', '').replace(/^[#\s-]+/, ''))
  return lines.join(' ').replace(/\s+/g, ' ').trim()
}

/** 2023-03-22 as the plan writes it: 22/3/2023. */
function dayAsWritten(on: string): string {
  const [year, month, day] = on.split('-')
  return `${day}/${Number(month)}/${year}`
}
