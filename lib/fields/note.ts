const BRACKETS = new Map([
  [')', '('],
  ['）', '（'],
])

/**
 * The words without a note in brackets behind them: "2026 (announced)" gives "2026". A text that is nothing but a note,
 * or whose brackets do not match, stays whole. Linear in its length.
 */
export function withoutNote(text: string): string {
  const trimmed = text.trim()
  const close = trimmed.at(-1) ?? ''
  const open = BRACKETS.get(close)
  if (!open) return trimmed
  let depth = 0
  for (let at = trimmed.length - 1; at > 0; at--) {
    if (trimmed[at] === close) depth++
    if (trimmed[at] === open) depth--
    if (depth === 0) return trimmed.slice(0, at).trim()
  }
  return trimmed
}
