// Links and buttons that go somewhere: the router's typed links, in our dress.

import { createLink } from '@tanstack/react-router'
import { ArrowRight } from 'lucide-react'
import type { AnchorHTMLAttributes, Ref } from 'react'
import { type ButtonLook, buttonClass } from './button.tsx'
import { cx } from './cx.ts'
import styles from './link.module.css'

interface AnchorProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  ref?: Ref<HTMLAnchorElement>
}

/** A link inside a text. */
export const TextLink = createLink(({ ref, className, ...props }: AnchorProps) => (
  <a ref={ref} {...props} className={cx(styles.link, className)} />
))

/** A link that leads on to a whole page: "Xem cả 22 chỉ tiêu →". */
export const OnwardLink = createLink(({ ref, className, children, ...props }: AnchorProps) => (
  <a ref={ref} {...props} className={cx(styles.link, styles.onward, className)}>
    {children}
    <ArrowRight aria-hidden />
  </a>
))

interface ButtonLinkProps extends AnchorProps {
  look?: ButtonLook
  size?: 'medium' | 'small'
}

/** Looks like a button, goes like a link. */
export const ButtonLink = createLink(({ ref, look, size, className, ...props }: ButtonLinkProps) => (
  <a ref={ref} {...props} className={cx(buttonClass(look, size), className)} />
))
