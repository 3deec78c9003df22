/** How far in a page its own word about its encoding may stand (HTML, "prescan a byte stream"), generously. */
const LOOKED_THROUGH = 4_096
const DECLARED = /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i

const MARKS: readonly [string, readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/**
 * The text of a page: by its byte order mark, else by what its header says, else by what it says itself. What is called
 * UTF-8 and is not is read as what old pages are (windows-1252), and what is valid UTF-8 with more than ASCII in it is
 * UTF-8, whatever it is called.
 */
export function decodePage(bytes: Buffer, contentType: string): string {
  const marked = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0]
  if (marked) return decoded(bytes, marked)
  const named = /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1]
  const [, said] = DECLARED.exec(bytes.subarray(0, LOOKED_THROUGH).toString('latin1')) ?? []
  const declared = labelOf(named) ?? labelOf(said) ?? 'utf-8'
  if (/^utf-16/.test(declared)) return decoded(bytes, declared)
  // A page that was cut may end within a character: that says nothing.
  const asUtf8 = decoded(bytes, 'utf-8')
  const isUtf8 = !asUtf8.slice(0, -1).includes('\ufffd')
  if (isUtf8 && (declared === 'utf-8' || !isShiftingIn(bytes))) return asUtf8
  return decoded(bytes, declared === 'utf-8' ? 'windows-1252' : declared)
}

const decoded = (bytes: Buffer, label: string) => new TextDecoder(label).decode(bytes)

/** Encodings of seven bits (ISO-2022-JP) look like valid UTF-8. */
const isShiftingIn = (bytes: Buffer) => bytes.includes(0x1b)

function labelOf(name: string | undefined): string | null {
  try {
    return name ? new TextDecoder(name).encoding : null
  } catch {
    return null
  }
}
