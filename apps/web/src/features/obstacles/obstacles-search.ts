// What the address of the list may say: `/vuong-mac?cho=leader&tuoi=30` shows what waits for the leader for a month.

import {
  OBSTACLE_KINDS,
  OBSTACLE_WAITS,
  type ObstacleKind,
  type ObstacleWait,
} from '@tien-do/domain/obstacle'
import { oneOf, type RawSearch, textOf } from '../../lib/search-params.ts'

export const AGES = ['7', '14', '30', '90'] as const

export interface ObstaclesSearch {
  cho?: ObstacleWait | undefined
  loai?: ObstacleKind | undefined
  'bo-phan'?: string | undefined
  /** At least so many days old. */
  tuoi?: (typeof AGES)[number] | undefined
  nam?: string | undefined
  /** Closed ones too; absent: only those on their way. */
  xem?: 'tat-ca' | undefined
}

export function readObstaclesSearch(raw: RawSearch): ObstaclesSearch {
  const year = textOf(raw.nam)
  return {
    cho: oneOf(OBSTACLE_WAITS, raw.cho),
    loai: oneOf(OBSTACLE_KINDS, raw.loai),
    'bo-phan': textOf(raw['bo-phan']),
    tuoi: oneOf(AGES, raw.tuoi),
    nam: year && /^20\d\d$/.test(year) ? year : undefined,
    xem: oneOf(['tat-ca'] as const, raw.xem),
  }
}
