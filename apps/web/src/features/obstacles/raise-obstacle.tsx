import { OctagonPause } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useMay } from '../../lib/current-plan.ts'
import { m } from '../../paraglide/messages.js'
import { Button, type ButtonLook, IconButton } from '../../ui/button.tsx'
import type { RaisedSubject } from './raise-dialog.tsx'

const RaiseDialog = lazy(() =>
  import('./raise-dialog.tsx').then((module) => ({ default: module.RaiseDialog })),
)

interface RaiseObstacleProps {
  /** What it is about; absent: the person says so in the dialog. */
  subject?: RaisedSubject
  look?: ButtonLook
  /** The name of what it is about: the button is a mark alone, in a row of its like. */
  of?: string
}

/** "Báo vướng mắc": one press opens the dialog, a second one sends it. */
export function RaiseObstacle({ subject, look = 'secondary', of }: RaiseObstacleProps) {
  const [isOpen, setOpen] = useState(false)
  if (!useMay('obstacle.raise')) return null
  return (
    <>
      {of === undefined ? (
        <Button look={look} onPress={() => setOpen(true)}>
          <OctagonPause aria-hidden />
          {m.obstacle_raise()}
        </Button>
      ) : (
        <IconButton label={m.obstacle_raise_of({ name: of })} onPress={() => setOpen(true)}>
          <OctagonPause aria-hidden />
        </IconButton>
      )}
      {isOpen && (
        <Suspense>
          <RaiseDialog subject={subject} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
