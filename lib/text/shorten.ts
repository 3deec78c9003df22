/** A text of at most `most` UTF-16 units: cut between words, never within a character, and with a sign that it goes on. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text
    .slice(0, most)
    .toWellFormed()
    .replace(/\s\S*$/, '')
  return `${cut}…`
}
