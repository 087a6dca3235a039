// A chart as it is drawn on the screen, as a PNG: its looks are written into a copy, in the colours of paper.

const PROPERTIES = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-size',
  'font-weight',
  'font-family',
  'letter-spacing',
  'paint-order',
] as const
/** Sharp on paper. */
const SCALE = 2

/** base64 of the PNG. */
export async function pngOf(svg: SVGSVGElement): Promise<string> {
  const { width, height } = svg.viewBox.baseVal
  const text = new XMLSerializer().serializeToString(onPaper(svg, width, height))
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * SCALE)
  canvas.height = Math.round(height * SCALE)
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this browser draws no pictures')
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '')
}

/** The theme is light for as long as the styles are read; nothing is painted in between. */
function onPaper(svg: SVGSVGElement, width: number, height: number): SVGSVGElement {
  const root = document.documentElement
  const theme = root.dataset.theme
  root.dataset.theme = 'light'
  const copy = svg.cloneNode(true) as SVGSVGElement
  const copies = [copy, ...copy.querySelectorAll('*')]
  const originals = [svg, ...svg.querySelectorAll('*')]
  originals.forEach((original, index) => {
    const style = getComputedStyle(original)
    // Attributes, not a style: the page's security policy lets no element carry one.
    for (const name of PROPERTIES) copies[index]?.setAttribute(name, style.getPropertyValue(name))
    copies[index]?.removeAttribute('class')
  })
  if (theme === undefined) delete root.dataset.theme
  else root.dataset.theme = theme
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  return copy
}
