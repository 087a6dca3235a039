// Each part of the grid listens to what it shows, and to nothing else.

import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Entry, Total } from './cell-store.ts'
import type { Desk, DeskState } from './desk.ts'

export const DeskContext = createContext<Desk | null>(null)

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('useDesk belongs inside a screen of entry')
  return desk
}

/** What the selector gives of a cell; drawn again only when that is another value. */
export function useOfEntry<Value>(key: string, select: (entry: Entry) => Value): Value {
  const { store } = useDesk()
  return useSyncExternalStore(
    (onChange) => store.subscribe(key, onChange),
    () => select(store.entry(key)),
  )
}

export function useTotal(indicator: string): Total {
  const { store } = useDesk()
  return useSyncExternalStore(
    (onChange) => store.subscribeTotal(indicator, onChange),
    () => store.total(indicator),
  )
}

export function useDeskState(): DeskState {
  const desk = useDesk()
  return useSyncExternalStore(desk.subscribe, desk.state)
}
