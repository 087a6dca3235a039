import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import styles from './button.module.css'
import { cx } from './cx.ts'

export type ButtonLook = 'primary' | 'secondary' | 'quiet'

export function buttonClass(look: ButtonLook = 'secondary', size: 'medium' | 'small' = 'medium'): string {
  return cx(styles.button, styles[look], size === 'small' && styles.small)
}

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  look?: ButtonLook
  size?: 'medium' | 'small'
  children: ReactNode
}

/** A button with words. While pending it keeps its words, its place and the focus. */
export function Button({ look = 'secondary', size = 'medium', children, ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className={buttonClass(look, size)}>
      {children}
    </AriaButton>
  )
}

interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'aria-label'> {
  label: string
  children: ReactNode
}

/** A square button that shows only an icon; its label is spoken. */
export function IconButton({ label, children, ...props }: IconButtonProps) {
  return (
    <AriaButton {...props} aria-label={label} className={cx(styles.button, styles.quiet, styles.square)}>
      {children}
    </AriaButton>
  )
}
