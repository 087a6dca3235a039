// What the cells of a column hold.

import type { Day } from './day.ts'
import type { Dong } from './money.ts'

/** Each value of a vocabulary with the words people use for it; the first is the one that is written. */
export type Choice = Readonly<Record<string, readonly [string, ...string[]]>>

/**
 * `count` is whole and not negative, so that 1.234 is clear; `number` may be a fraction; `quantity` has up to three
 * decimals and is kept as text; `money` is whole đồng; `codes` are parted by semicolons; `outputs` are "tin, bài=24; lớp=3".
 */
export type CellKind =
  | 'code'
  | 'name'
  | 'title'
  | 'text'
  | 'day'
  | 'year'
  | 'count'
  | 'number'
  | 'quantity'
  | 'money'
  | 'codes'
  | 'outputs'
  | { readonly choice: Choice }

export interface PlannedOutput {
  readonly unit: string
  readonly planned: number
}

export type CellValue<Kind extends CellKind> = Kind extends { readonly choice: infer Words }
  ? keyof Words & string
  : Kind extends 'day'
    ? Day
    : Kind extends 'year' | 'count' | 'number'
      ? number
      : Kind extends 'money'
        ? Dong
        : Kind extends 'codes'
          ? readonly string[]
          : Kind extends 'outputs'
            ? readonly PlannedOutput[]
            : string
