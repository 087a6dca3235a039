import type { ReactNode } from 'react'
import { Popover as AriaPopover, Dialog, DialogTrigger, type Placement } from 'react-aria-components/Popover'
import styles from './overlay.module.css'

interface PopoverProps {
  /** Names what opens, for those who listen. */
  label: string
  /** A Button or an IconButton. */
  trigger: ReactNode
  placement?: Placement
  children: ReactNode | ((close: () => void) => ReactNode)
}

/** A small panel that hangs from its button; Escape and a press outside close it. */
export function Popover({ label, trigger, placement = 'bottom end', children }: PopoverProps) {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover className={styles.popover ?? ''} placement={placement} offset={6}>
        <Dialog className={styles.dialog ?? ''} aria-label={label}>
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  )
}
