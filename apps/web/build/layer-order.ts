// The order of the style layers, in front of every style file: a page's styles come in pieces, in any order, and the
// first piece that a browser reads would else decide which layer wins.

import type { Plugin } from 'vite'

const ORDER = '@layer tokens, base, ui, app, still;\n'

export function layerOrder(): Plugin {
  return {
    name: 'layer-order',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/.*\.css$/ },
      handler: (code) => ({ code: ORDER + code, map: null }),
    },
  }
}
