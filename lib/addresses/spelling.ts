/** Stands as it is in a path and in a query, so that it is the same whether it was escaped or not (RFC 3986). */
const PLAIN = /[A-Za-z0-9\-._~!$'()*,:;@]/

/**
 * A part of an address, between its separators, in one spelling: escaped only where it must be, NFC, in upper-case hex.
 * What is no UTF-8 keeps its bytes.
 */
export function spelled(part: string): string {
  const text = decoded(part)
  if (text === null) return part.replace(/%[0-9a-f]{2}/gi, respelled)
  return Array.from(text.normalize('NFC'), (one) => (PLAIN.test(one) ? one : escaped(one))).join('')
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part.replace(/%(?![0-9a-f]{2})/gi, '%25'))
  } catch {
    return null
  }
}

function respelled(spelling: string): string {
  const code = Number.parseInt(spelling.slice(1), 16)
  const one = String.fromCharCode(code)
  return code < 128 && PLAIN.test(one) ? one : spelling.toUpperCase()
}

/** What `encodeURIComponent` leaves alone is plain here. */
const escaped = (one: string) => encodeURIComponent(one.isWellFormed() ? one : '\uFFFD')
