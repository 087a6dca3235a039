import type { Schemas } from '@tien-do/api-client'
import { m } from '../../paraglide/messages.js'
import type { Tone } from '../../ui/status-chip.tsx'

type State = Schemas['Slip']['state']

const STATES: Record<State, { tone: Tone; words: () => string }> = {
  open: { tone: 'none', words: m.slip_state_open },
  sent: { tone: 'risk', words: m.slip_state_sent },
  confirmed: { tone: 'ok', words: m.slip_state_confirmed },
  expired: { tone: 'late', words: m.slip_state_expired },
  revoked: { tone: 'none', words: m.slip_state_revoked },
}

export const stateInWords = (state: State): string => STATES[state].words()
export const toneOfState = (state: State): Tone => STATES[state].tone
