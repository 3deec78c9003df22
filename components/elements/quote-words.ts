import { quoting as texts } from '#texts/quoting'
import { paths } from '@/lib/routes'
import { adopt } from './adopt'
import { make } from './make'
import styles from './quote-words.css?text'

/** What can be quoted: the texts of a page as it is now, and what a fact states, on its card and on its own page. */
const TEXTS = '[data-public]:is(.prose, .lead, .claim), .fact[id] > .statement'
/** What stands in them and is no part of their words. */
const BESIDE = '.ref, .in-talk, .section-acts, .fact, loreleaf-lock, figure > a, figcaption small, .quiet'
const BLOCKS = 'p, li, h2, h3, h4, td, th, caption, figcaption'
/** In characters: a longer selection is quoted up to there. */
const MOST_QUOTED = 300
/** In CSS pixels, from the selection and from the edge of the window. */
const GAP = 6
const WIDTH = 190

let shown: HTMLAnchorElement | null = null

/** Shows a link that leads from the selected words to the form about them; nothing where none of a text are selected. */
export function offerToDiscuss(host: HTMLElement): void {
  // Whoever is about to press it has it, whatever becomes of the selection.
  if (shown?.matches(':active, :focus')) return
  hide()
  const selection = getSelection()
  if (!selection?.rangeCount || selection.isCollapsed) return
  const range = selection.getRangeAt(0).cloneRange()
  const text = textAt(range.startContainer)
  if (!text || !host.contains(text)) return
  if (!text.contains(range.endContainer)) range.setEnd(text, text.childNodes.length)
  const quote = wordsOf(range)
  if (!/[\p{L}\p{N}]/u.test(quote)) return
  adopt(styles)
  shown = make(
    'a',
    { class: 'quote-words', popover: 'manual', href: formAbout(text, range, quote), rel: 'nofollow' },
    texts.discuss,
  )
  // Pressing it keeps the selection.
  shown.addEventListener('mousedown', (event) => event.preventDefault())
  shown.addEventListener('blur', hide)
  blockAt(range.endContainer, text).after(shown)
  shown.showPopover?.()
  place(shown, range)
}

function hide(): void {
  shown?.remove()
  shown = null
}

// Whoever selects by keyboard reaches it next, and the links of the passage after it.
document.addEventListener('keydown', (event) => {
  if (!shown || event.altKey || event.ctrlKey || event.metaKey) return
  if (event.key === 'Escape') hide()
  if (event.key !== 'Tab' || event.shiftKey || shown?.matches(':focus')) return
  event.preventDefault()
  shown?.focus()
})

const elementOf = (node: Node) => (node instanceof Element ? node : node.parentElement)

const textAt = (node: Node) => elementOf(node)?.closest<HTMLElement>(TEXTS) ?? null

/** The selected words, a line for each paragraph. */
function wordsOf(range: Range): string {
  const part = range.cloneContents()
  for (const beside of part.querySelectorAll(BESIDE)) beside.remove()
  for (const end of part.querySelectorAll('br')) end.replaceWith(' ')
  for (const block of part.querySelectorAll(BLOCKS)) block.prepend('\n')
  const lines = (part.textContent ?? '').split('\n').map((line) => line.replace(/\s+/gu, ' ').trim())
  return shortened(lines.filter(Boolean).join('\n'))
}

const shortened = (words: string) =>
  words.length > MOST_QUOTED ? words.slice(0, MOST_QUOTED).replace(/\s+\S*$/u, '') : words

function formAbout(text: HTMLElement, range: Range, quote: string): string {
  const fact = text.closest('.fact')?.id.replace('fact-', '')
  if (fact) return paths.newThread({ quote, at: paths.fact(Number(fact)) })
  const entry = text.closest<HTMLElement>('[data-entry]')?.dataset.entry ?? ''
  const section = sectionAt(text, range)
  return paths.newThread({ entry, quote, at: location.pathname + (section && `#${section}`) })
}

/** The id of the heading above the selection, or of the text itself. */
function sectionAt(text: HTMLElement, range: Range): string {
  const isAbove = (heading: Element) => range.comparePoint(heading, 0) <= 0
  const headings = [...text.querySelectorAll(':is(h2, h3, h4)[id]')].filter(isAbove)
  return headings.at(-1)?.id ?? text.id
}

/** The part of a text that the selection ends in: behind it the link stands. */
function blockAt(node: Node, text: HTMLElement): Element {
  let at = elementOf(node) ?? text
  while (at !== text && at.parentElement !== text) at = at.parentElement ?? text
  return at
}

function place(link: HTMLElement, range: Range): void {
  const lines = range.getClientRects()
  const last = lines[lines.length - 1] ?? range.getBoundingClientRect()
  const most = document.documentElement.clientWidth - WIDTH
  link.style.setProperty('--x', `${Math.max(GAP, Math.min(last.right - WIDTH / 2, most)) + scrollX}px`)
  link.style.setProperty('--y', `${last.bottom + GAP + scrollY}px`)
}
