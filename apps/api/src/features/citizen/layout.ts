// What every page has: head, language, the way to its content. No script at all.
import { html, type Markup } from './html.ts'
import { WORDS, type Words } from './words.ts'

const STYLE_PATH = '/cong-khai/trang.css'

interface Page {
  readonly title: string
  /** The address without the language. */
  readonly path: string
  readonly words: Words
  readonly body: Markup
}

/** The address of a page in a language: Vietnamese is the one without a sign. */
export const inLanguage = (path: string, { language }: Words) =>
  language === 'vi' ? path : `${path}?lang=${language}`

export function layout({ title, path, words, body }: Page): string {
  const other = words.language === 'vi' ? WORDS.en : WORDS.vi
  return html`<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${STYLE_PATH}">
<link rel="alternate" hreflang="${other.language}" href="${inLanguage(path, other)}">
</head>
<body>
<a class="skip" href="#noi-dung">${words.skip}</a>
<nav class="top" aria-label="${words.other.name}"><a href="${inLanguage(path, other)}" hreflang="${other.language}" lang="${other.language}">${words.other.name}</a></nav>
<main id="noi-dung">
${body}
</main>
</body>
</html>
`.text
}

/** The page where there is nothing to show. */
export function notFoundPage(words: Words): string {
  const body = html`<h1>${words.notFoundTitle}</h1><p>${words.notFound}</p>
<p><a href="${inLanguage('/cong-khai', words)}">${words.toPlans}</a></p>`
  return layout({ title: words.notFoundTitle, path: '/cong-khai', words, body })
}
