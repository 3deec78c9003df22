import { inflateSync } from 'node:zlib'

/** The bytes of one table of a WOFF file (W3C, WOFF 1.0 §4 and §5). Throws where there is none. */
function tableIn(file: Buffer, wanted: string): Buffer {
  if (file.toString('latin1', 0, 4) !== 'wOFF') throw new Error('that is no WOFF file')
  for (let at = 44; at < 44 + 20 * file.readUInt16BE(12); at += 20) {
    if (file.toString('latin1', at, at + 4) !== wanted) continue
    const [start, packed, length] = [4, 8, 12].map((field) => file.readUInt32BE(at + field)) as [
      ...[number, number, number],
    ]
    const bytes = file.subarray(start, start + packed)
    return packed === length ? bytes : inflateSync(bytes)
  }
  throw new Error(`the font has no table ${wanted}`)
}

/** The code points for which a font in WOFF has a glyph (OpenType, `cmap`, formats 4 and 12). */
export function glyphsIn(file: Buffer): Set<number> {
  const cmap = tableIn(file, 'cmap')
  const found = new Set<number>()
  for (let at = 4; at < 4 + 8 * cmap.readUInt16BE(2); at += 8) {
    const table = cmap.subarray(cmap.readUInt32BE(at + 4))
    const format = table.readUInt16BE(0)
    for (const point of format === 4 ? segmented(table) : format === 12 ? grouped(table) : [])
      found.add(point)
  }
  return found
}

function* segmented(table: Buffer): Generator<number> {
  const size = table.readUInt16BE(6)
  for (let at = 0; at < size; at += 2) {
    const [last, first] = [table.readUInt16BE(14 + at), table.readUInt16BE(16 + size + at)]
    const delta = table.readUInt16BE(16 + 2 * size + at)
    const place = 16 + 3 * size + at
    const offset = table.readUInt16BE(place)
    for (let point = first; point <= last && point < 0xffff; point += 1) {
      const glyph = offset === 0 ? point : table.readUInt16BE(place + offset + 2 * (point - first))
      if (glyph !== 0 && ((glyph + delta) & 0xffff) !== 0) yield point
    }
  }
}

function* grouped(table: Buffer): Generator<number> {
  for (let at = 16; at < 16 + 12 * table.readUInt32BE(12); at += 12) {
    const [first, last] = [table.readUInt32BE(at), table.readUInt32BE(at + 4)]
    for (let point = first; point <= last; point += 1) yield point
  }
}
