// React Aria's own words, for the parts that we use; it has none in Vietnamese. A part without words here throws when
// it is first shown, which the component tests see.

type Words = Record<string, Record<string, string>>

const VI: Words = {
  '@react-aria/autocomplete': { collectionLabel: 'Kết quả' },
  '@react-aria/overlays': { dismiss: 'Đóng' },
  '@react-aria/searchfield': { 'Clear search': 'Xóa ô tìm' },
}

const EN: Words = {
  '@react-aria/autocomplete': { collectionLabel: 'Results' },
  '@react-aria/overlays': { dismiss: 'Dismiss' },
  '@react-aria/searchfield': { 'Clear search': 'Clear search' },
}

declare global {
  interface Window {
    [key: symbol]: unknown
  }
}

/** Must run before the first component is drawn. */
export function installAriaStrings(locale: 'vi' | 'en'): void {
  window[Symbol.for('react-aria.i18n.locale')] = locale === 'vi' ? 'vi-VN' : 'en-GB'
  window[Symbol.for('react-aria.i18n.strings')] = locale === 'vi' ? VI : EN
}
