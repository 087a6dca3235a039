// The palette holds its contrasts (WCAG 1.4.3, 1.4.11), in both themes.

import { describe, expect, test } from 'vitest'
import css from './tokens.css?raw'

type Palette = Record<string, string>

function paletteIn(block: string): Palette {
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9A-F]{6});/gi)].map(([, name, hex]) => [name, hex]),
  )
}

const [lightBlock = '', darkBlock = ''] = css.split(':root[data-theme="dark"]')
const LIGHT = paletteIn(lightBlock)
const DARK = paletteIn(darkBlock)

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

const STATUSES = ['ok', 'track', 'risk', 'late', 'block', 'none']
const GROUNDS = ['bg', 'surface', 'sunken']

const TEXT_ON = [
  ...['ink', 'ink-2', 'ink-3', 'brand', 'brand-hover', ...STATUSES].flatMap((ink) =>
    GROUNDS.map((ground) => [ink, ground] as const),
  ),
  ...STATUSES.map((status) => [status, `${status}-soft`] as const),
  ...STATUSES.map((status) => ['ink-2', `${status}-soft`] as const),
  ['brand-ink', 'brand'] as const,
  ['brand-ink', 'brand-hover'] as const,
  ['brand', 'brand-soft'] as const,
]
const MARK_ON = [
  ...STATUSES.map((status) => [`${status}-fill`, 'surface'] as const),
  ['border-field', 'surface'] as const,
  ['focus', 'surface'] as const,
  ['focus', 'bg'] as const,
]

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
] as const)('in the %s theme', (_theme, palette) => {
  const of = (name: string) => palette[name] ?? expect.unreachable(`--${name} is not in the palette`)

  test.each(TEXT_ON)('--%s on --%s can be read: at least 4.5', (ink, ground) => {
    expect(contrast(of(ink), of(ground))).toBeGreaterThanOrEqual(4.5)
  })

  test.each(MARK_ON)('--%s on --%s can be seen: at least 3', (mark, ground) => {
    expect(contrast(of(mark), of(ground))).toBeGreaterThanOrEqual(3)
  })
})
