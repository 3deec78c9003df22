import type { ByteRange } from '@/lib/file-store/store'

/**
 * The part that a `Range` header asks for, of `size` bytes (RFC 9110 §14.1.2): null for the whole, also where the header
 * is not understood or asks for several parts, and `unsatisfiable` for a part that is not there.
 */
export function readRange(
  header: string | undefined,
  size: number,
): Required<ByteRange> | null | 'unsatisfiable' {
  const [, from = '', to = ''] =
    /^bytes=(\d{0,15})-(\d{0,15})$/i.exec(header?.replaceAll(' ', '') ?? '') ?? []
  if (from === '' && to === '') return null
  if (from === '') return Number(to) === 0 ? 'unsatisfiable' : part(Math.max(0, size - Number(to)), size - 1)
  const [start, end] = [Number(from), to === '' ? size - 1 : Math.min(Number(to), size - 1)]
  if (to !== '' && Number(to) < start) return null
  return start >= size ? 'unsatisfiable' : part(start, end)
}

const part = (start: number, end: number) => ({ start, end })
