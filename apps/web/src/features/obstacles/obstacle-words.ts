// The words of an obstacle: its state, whom it waits for, what it is about, what was done.

import type { ObstacleKind, ObstacleState, ObstacleWait } from '@tien-do/domain/obstacle'
import { m } from '../../paraglide/messages.js'
import type { Tone } from '../../ui/status-chip.tsx'
import type { Obstacle } from './queries.ts'

export const STATE: Record<ObstacleState, () => string> = {
  raised: m.obstacle_state_raised,
  returned: m.obstacle_state_returned,
  consolidated: m.obstacle_state_consolidated,
  submitted: m.obstacle_state_submitted,
  in_progress: m.obstacle_state_in_progress,
  resolved: m.obstacle_state_resolved,
  beyond_authority: m.obstacle_state_beyond_authority,
  merged: m.obstacle_state_merged,
}

export const TONE: Record<ObstacleState, Tone> = {
  raised: 'none',
  returned: 'risk',
  consolidated: 'none',
  submitted: 'block',
  in_progress: 'track',
  resolved: 'ok',
  beyond_authority: 'block',
  merged: 'none',
}

export const KIND: Record<ObstacleKind, () => string> = {
  difficulty: m.obstacle_kind_difficulty,
  cable_finding: m.obstacle_kind_cable_finding,
}

export const WAIT: Record<ObstacleWait, () => string> = {
  coordinator: m.obstacle_wait_coordinator,
  leader: m.obstacle_wait_leader,
  acting: m.obstacle_wait_acting,
  raiser: m.obstacle_wait_raiser,
  superior: m.obstacle_wait_superior,
  nobody: m.obstacle_wait_nobody,
}

/** By name where a department is waited for: "Đang chờ Văn phòng - Thống kê". */
export function waitSentence({ waitingFor, waitingDepartment }: Obstacle): string {
  const name = waitingDepartment?.shortName
  return name ? m.obstacle_waits_for({ name }) : WAIT[waitingFor]()
}

const ACT: Record<string, () => string> = {
  raise: m.obstacle_act_raise,
  amend: m.obstacle_act_amend,
  return: m.obstacle_act_return,
  consolidate: m.obstacle_act_consolidate,
  merge: m.obstacle_act_merge,
  submit: m.obstacle_act_submit,
  decide: m.obstacle_act_decide,
  refer: m.obstacle_act_refer,
  resolve: m.obstacle_act_resolve,
  reopen: m.obstacle_act_reopen,
  acknowledge: m.obstacle_act_acknowledge,
}

export function actWord(act: string): string {
  return ACT[act]?.() ?? act
}
