// The published schema and the reader of plan files agree: what an editor marks, the service refuses, and the other way.

import { readFileSync } from 'node:fs'
import { parsePlanFile } from '@tien-do/domain/plan-file'
import type { PlanFaultCode } from '@tien-do/domain/plan-file-fault'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'

type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

/** The faults of a file's shape: the schema knows these, and no rule between the parts. */
const SHAPE_FAULTS: ReadonlySet<PlanFaultCode> = new Set([
  'wrong_type',
  'missing',
  'unknown_field',
  'unknown_format',
  'empty_text',
  'control_character',
  'not_a_code',
  'not_a_day',
  'not_a_month_day',
  'not_one_of',
  'not_an_integer',
  'out_of_range',
  'empty_list',
])

const isValid = new Ajv2020({ strict: true, allErrors: false }).compile(
  readJson('plan.schema.json') as object,
)

describe('the published schema', () => {
  test.each(['chanh-lo.json', 'examples/ben-lau.json'])('takes %s', (path) => {
    expect([isValid(readJson(path)), isValid.errors]).toEqual([true, null])
  })

  test('and the reader refuse the same shapes, wherever in the file one value is put for another', () => {
    const file = readJson('examples/ben-lau.json')
    const others: Json[] = [
      null,
      true,
      0,
      -1,
      1.5,
      '',
      ' ',
      'x',
      '*',
      'a\u0000b',
      '12-31',
      '2024-02-29',
      '2023-02-29',
      [],
      [null],
      {},
    ]
    const refused = { both: 0, neither: 0 }
    for (const place of placesIn(file))
      for (const other of [...others, undefined]) {
        const original = place.holder[place.name]
        put(place, other)
        const [schema, reader] = [!isValid(file), hasShapeFault(file)]
        expect({ at: place.pointer, other, refusedBySchema: schema }).toEqual({
          at: place.pointer,
          other,
          refusedBySchema: reader,
        })
        refused[schema ? 'both' : 'neither'] += 1
        place.holder[place.name] = original as Json
      }
    expect(refused.both).toBeGreaterThan(1000)
    expect(refused.neither).toBeGreaterThan(100)
  })

  test('and the reader refuse a field that neither knows, in every object', () => {
    const file = readJson('examples/ben-lau.json')
    for (const holder of objectsIn(file)) {
      holder.unheardOf = 1
      expect([isValid(file), hasShapeFault(file)]).toEqual([false, true])
      delete holder.unheardOf
    }
  })
})

interface Place {
  readonly holder: Record<string, Json>
  readonly name: string
  readonly pointer: string
}

/** Every value of the file; of a list, its first entry stands for all. */
function placesIn(json: Json, pointer = ''): Place[] {
  if (typeof json !== 'object' || json === null) return []
  const names = Array.isArray(json)
    ? Object.keys(json).slice(0, 1)
    : Object.keys(json).filter((name) => name !== '$schema')
  const holder = json as Record<string, Json>
  return names.flatMap((name) => [
    { holder, name, pointer: `${pointer}/${name}` },
    ...placesIn(holder[name]!, `${pointer}/${name}`),
  ])
}

function objectsIn(json: Json): Record<string, Json>[] {
  if (typeof json !== 'object' || json === null) return []
  const inner = Object.values(json).flatMap(objectsIn)
  return Array.isArray(json) ? inner : [json, ...inner]
}

function put({ holder, name }: Place, value: Json | undefined): void {
  if (value !== undefined) holder[name] = value
  else if (Array.isArray(holder)) holder[name] = null
  else delete holder[name]
}

function hasShapeFault(file: Json): boolean {
  const result = parsePlanFile(file)
  return !result.ok && result.faults.some((fault) => SHAPE_FAULTS.has(fault.code))
}

function readJson(path: string): Json {
  return JSON.parse(readFileSync(new URL(`../../../plans/${path}`, import.meta.url), 'utf8'))
}
