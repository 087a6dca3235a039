import { lazy, type ReactNode, Suspense, useRef, useState } from 'react'
import { ButtonContext } from 'react-aria-components/Button'
import type { PopoverPanelProps } from './popover-panel.tsx'

const loadPanel = () => import('./popover-panel.tsx')
const PopoverPanel = lazy(loadPanel)

interface PopoverProps extends Pick<PopoverPanelProps, 'label' | 'children'> {
  /** A Button or an IconButton. */
  trigger: ReactNode
  placement?: PopoverPanelProps['placement']
}

/** A small panel that hangs from its button; Escape and a press outside close it. It is fetched when it is wanted. */
export function Popover({ trigger, placement = 'bottom end', ...panel }: PopoverProps) {
  const triggerRef = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <ButtonContext
        value={{
          ref: triggerRef,
          'aria-haspopup': 'dialog',
          'aria-expanded': isOpen,
          onHoverStart: loadPanel,
          onFocus: loadPanel,
          onPress: () => setOpen(true),
        }}
      >
        {trigger}
      </ButtonContext>
      {isOpen && (
        <Suspense>
          <PopoverPanel
            {...panel}
            placement={placement}
            triggerRef={triggerRef}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  )
}
