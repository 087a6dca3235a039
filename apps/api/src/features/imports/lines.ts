// Which physical line a byte of a file stands on. (The CSV parser counts a line break inside quotes twice.)

const LF = 0x0a
const CR = 0x0d

/** Asked for ever later offsets: the line on which the next text after the offset begins. */
export function lineCounter(body: Buffer): (offset: number) => number {
  const breaking = body.includes(LF) ? LF : CR
  let line = 1
  let counted = 0
  return (offset) => {
    let from = offset
    while (body[from] === LF || body[from] === CR) from += 1
    for (
      let at = body.indexOf(breaking, counted);
      at !== -1 && at < from;
      at = body.indexOf(breaking, at + 1)
    )
      line += 1
    counted = Math.max(counted, from)
    return line
  }
}
