import { runsReactHere } from '@/lib/framework/in-the-browser'
import { dressAnew, parsed } from './dress'

/** Where on the screen an element that the reader looks at may begin, as a share of its height. */
const LOOKED_AT = 0.4

/**
 * Fetches the current page and shows it in place of what is there, so that what the reader looks at stays where it is on
 * the screen: `anchor`, the id of what they pressed, or else what begins in the upper part. A page on which React runs
 * stays as it is: what was typed there is not lost.
 */
export async function showAnew(anchor: string | null): Promise<void> {
  if (runsReactHere()) return
  try {
    const answer = await fetch(location.href)
    const page = parsed(await answer.text())
    const shown = contentOf(document)
    const fresh = contentOf(page)
    if (shown.length === 0 || fresh.length === 0) return location.reload()
    await dressAnew(page)
    const focused = document.activeElement?.closest('main') ? anchor : null
    const [kept, top] = place(anchor, page)
    shown[0]?.before(...fresh.map((part) => document.adoptNode(part)))
    for (const part of shown) part.remove()
    document.title = page.title
    const again = kept && document.getElementById(kept)
    if (again) scrollBy({ top: again.getBoundingClientRect().top - top, behavior: 'instant' })
    if (again && focused) focusOn(again)
    // What only this reader sees stood in the parts that were replaced: as in a page of the back/forward cache.
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
  } catch {
    location.reload()
  }
}

/** The parts of a page between its header and its footer. */
function contentOf(page: Document): Element[] {
  const parts = [...page.body.children]
  const from = parts.findIndex((part) => part.matches('header.bar'))
  const to = parts.findIndex((part) => part.matches('footer.site-foot'))
  return parts.slice(from + 1, to).filter((part) => !part.hasAttribute('popover'))
}

/** What has to stay where it is, by its id in both, and where it begins on the screen. */
function place(anchor: string | null, page: Document): [id: string | null, top: number] {
  const own = anchor && document.getElementById(anchor)
  if (own && page.getElementById(own.id)) return [own.id, own.getBoundingClientRect().top]
  let found: [string | null, number] = [null, 0]
  if (scrollY === 0) return found
  for (const one of document.querySelectorAll('main [id]')) {
    const { top, height } = one.getBoundingClientRect()
    if (height === 0 || !page.getElementById(one.id)) continue
    if (top > innerHeight * LOOKED_AT && found[0] !== null) break
    found = [one.id, top]
  }
  return found
}

function focusOn(element: HTMLElement): void {
  if (!element.hasAttribute('tabindex')) element.tabIndex = -1
  element.focus({ preventScroll: true })
}
