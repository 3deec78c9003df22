import { CODINGS, type Rendered } from '@/lib/gateway/cache/rendered'

/** How many bytes the head's length takes, which comes first. */
const MARK = 4

/**
 * A finished page as one frame, in pieces, so that nothing is copied: the length of its head, the head as JSON, and the
 * bodies one after another.
 */
export function packed({ bodies, ...rest }: Rendered): Uint8Array[] {
  const lengths = CODINGS.map((coding) => bodies[coding]?.byteLength ?? null)
  const head = Buffer.from(JSON.stringify({ ...rest, lengths }))
  const mark = Buffer.alloc(MARK)
  mark.writeUInt32BE(head.length)
  return [mark, head, ...CODINGS.flatMap((coding) => bodies[coding] ?? [])]
}

/** The page in such a frame; its bodies are views on it. Throws when the frame is not complete. */
export function unpacked(frame: Buffer): Rendered {
  const start = MARK + frame.readUInt32BE(0)
  const { lengths, ...rest } = JSON.parse(frame.toString('utf8', MARK, start))
  let at = start
  const bodies: Record<string, Uint8Array> = {}
  for (const [index, coding] of CODINGS.entries()) {
    const length: number | null = lengths[index]
    if (length === null) continue
    bodies[coding] = frame.subarray(at, at + length)
    at += length
  }
  if (at !== frame.length) throw new Error('a rendered page is not as long as it says')
  return { ...rest, bodies }
}
