import type { ReactNode, RefObject } from 'react'
import { Popover as AriaPopover, Dialog, type Placement } from 'react-aria-components/Popover'
import styles from './overlay.module.css'

export interface PopoverPanelProps {
  /** Names what opens, for those who listen. */
  label: string
  placement: Placement
  triggerRef: RefObject<Element | null>
  onClose: () => void
  children: ReactNode | ((close: () => void) => ReactNode)
}

export default function PopoverPanel({ label, placement, triggerRef, onClose, children }: PopoverPanelProps) {
  return (
    <AriaPopover
      className={styles.popover ?? ''}
      placement={placement}
      offset={6}
      triggerRef={triggerRef}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Dialog className={styles.dialog ?? ''} aria-label={label}>
        {typeof children === 'function' ? children(onClose) : children}
      </Dialog>
    </AriaPopover>
  )
}
