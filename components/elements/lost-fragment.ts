import { cards as texts } from '#texts/cards'
import { adopt } from './adopt'
import styles from './card.css?text'
import { make } from './make'

const wordsOf = (name: string) =>
  name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

/** How many words of a name begin like a word of another. */
function alike(name: string[], other: string[]): number {
  const begins = (a: string, b: string) => a.length > 2 && b.startsWith(a)
  return name.filter((a) => other.some((b) => a === b || begins(a, b) || begins(b, a))).length
}

/** Goes to the heading that comes nearest to a name, else to the first one, and says so there. */
export function goNearest(name: string): void {
  const headings = [...document.querySelectorAll<HTMLElement>('main :is(h1, h2, h3, h4)')]
  const wanted = wordsOf(name)
  const scored = headings.map((heading) => ({
    heading,
    score: alike(wanted, wordsOf(`${heading.id} ${heading.textContent}`)),
  }))
  const [best] = scored.toSorted((a, b) => b.score - a.score)
  if (!best) return
  adopt(styles)
  document.querySelector('.lost')?.remove()
  const note = make('p', { class: 'lost', role: 'status' }, texts.lost(wanted.join(' ') || name))
  ;(best.heading.closest('.heading') ?? best.heading).before(note)
  note.scrollIntoView()
}
