/** A text cut to at most `most` UTF-16 units: between words, never within a character, and with an ellipsis. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text
    .slice(0, most)
    .toWellFormed()
    .replace(/\s\S*$/, '')
  return `${cut}…`
}
