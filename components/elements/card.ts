import { cards as texts } from '#texts/cards'
import type { LinkPreview } from '@/lib/pages/link-preview'
import { adopt } from './adopt'
import { badge } from './badge'
import styles from './card.css?text'
import { make } from './make'
import { place } from './place-card'

/** What was fetched, by address: each once. */
const previews = new Map<string, Promise<LinkPreview | null>>()

/**
 * Shows the card of a mark or of a link until `signal` aborts: in the margin, or as a sheet. Gives null where there is
 * nothing to show, or no longer.
 */
export async function showCard(
  host: HTMLElement,
  anchor: HTMLAnchorElement,
  signal: AbortSignal,
): Promise<HTMLElement | null> {
  const content = anchor.classList.contains('ref')
    ? sourceOf(anchor)
    : await pageOf(host.dataset, anchor, signal)
  if (!content || signal.aborted) return null
  adopt(styles)
  const card = make(
    'aside',
    { class: 'card', popover: 'manual', tabindex: '-1', 'aria-label': content.label },
    ...content.parts,
    make('button', { type: 'button', class: 'card-close', 'aria-label': texts.close }, '×'),
  )
  host.append(card)
  card.showPopover?.()
  place(card, anchor)
  anchor.ariaExpanded = 'true'
  signal.addEventListener('abort', () => {
    anchor.ariaExpanded = null
    card.remove()
  })
  return card
}

interface Content {
  label: string
  parts: Node[]
}

/** The source in the list of references that a mark leads to, without the ways back from it. */
function sourceOf(mark: HTMLAnchorElement): Content | null {
  const item = document.getElementById(mark.hash.slice(1))
  if (!item) return null
  const copy = item.cloneNode(true) as HTMLElement
  for (const back of copy.querySelectorAll('.back')) back.remove()
  const label = texts.ofSource(mark.textContent ?? '')
  const parts = [...copy.childNodes].filter(({ textContent }) => textContent?.trim() !== '')
  return {
    label,
    parts: [make('p', { class: 'eyebrow' }, label), make('div', { class: 'card-source' }, ...parts)],
  }
}

/** The page that a link leads to. */
async function pageOf(
  { pages = '', previews: of = '' }: DOMStringMap,
  { pathname }: HTMLAnchorElement,
  signal: AbortSignal,
): Promise<Content | null> {
  const address = pathname.replace(pages, of)
  if (!previews.has(address)) {
    const answer = fetchPreview(address, signal)
    previews.set(address, answer)
    answer.catch(() => previews.delete(address))
  }
  const preview = await previews.get(address)
  return preview ? { label: texts.ofPage(preview.title), parts: partsOf(preview) } : null
}

async function fetchPreview(address: string, signal: AbortSignal): Promise<LinkPreview | null> {
  const answer = await fetch(address, { signal })
  return answer.ok ? answer.json() : null
}

function partsOf({ title, kind, lead, picture, badge: standing }: LinkPreview): Node[] {
  const shown =
    picture &&
    make('img', {
      ...{ src: picture.address, alt: picture.alternative },
      ...{ width: String(picture.width), height: String(picture.height) },
    })
  const line =
    standing &&
    make(
      'p',
      { class: 'card-badge' },
      badge(standing.look, standing.word),
      make('span', { class: 'quiet' }, standing.tally),
    )
  const parts = [
    shown,
    make('p', { class: 'eyebrow' }, kind),
    make('p', { class: 'card-title', dir: 'auto' }, title),
    lead !== null && make('p', { class: 'card-lead', dir: 'auto' }, lead),
    line,
  ]
  return parts.filter((part) => part !== null && part !== false)
}
