import type { Me } from '@/lib/accounts/me'
import { ENTERED } from './events'

const hasHint = () => /(?:^|; )loreleaf_hint=1(?:;|$)/.test(document.cookie)

/**
 * The reader's corner of the header. It is sent as the sign-in link that everybody gets, in a box of fixed width, so
 * nothing moves. Only where a cookie hints that somebody is signed in, it asks who, at `data-me`, and what only they
 * see is shown (`signed-in.ts`).
 */
export class Corner extends HTMLElement {
  #asSent: Node[] = []
  #asking = new AbortController()
  #isShown = false

  connectedCallback(): void {
    this.#asSent = [...this.childNodes]
    this.addEventListener('click', comeBack)
    addEventListener('pageshow', this)
    addEventListener('pagehide', this)
    addEventListener(ENTERED, this)
    void this.#ask()
  }

  disconnectedCallback(): void {
    this.#asking.abort()
    for (const name of ['pageshow', 'pagehide', ENTERED]) removeEventListener(name, this)
  }

  handleEvent(event: Event): void {
    if (event.type === 'pagehide') this.#asking.abort()
    // A page restored from the back/forward cache may be from before signing in or out.
    else if (event.type === ENTERED || (event as PageTransitionEvent).persisted) void this.#ask()
  }

  async #ask(): Promise<void> {
    if (!hasHint() && !this.#isShown) return
    this.#asking.abort()
    this.#asking = new AbortController()
    const { signal } = this.#asking
    try {
      const [me, { showReader }] = await Promise.all([this.#me(signal), import('./signed-in')])
      if (signal.aborted) return
      this.#isShown = me.signedIn
      showReader(this, me, this.#asSent)
    } catch {
      // Navigated away, or offline: the page stays as everybody sees it.
    }
  }

  async #me(signal: AbortSignal): Promise<Me> {
    if (!hasHint()) return { signedIn: false }
    // On an account's page, also what the reader may do to that account; on an entry's or a thread's, whether they watch it.
    const asked = (['person', 'entry', 'thread'] as const).flatMap((name) => {
      const id = document.querySelector<HTMLElement>(`[data-${name}]`)?.dataset[name]
      return id === undefined ? [] : `${name}=${id}`
    })
    const query = asked.length > 0 ? `?${asked.join('&')}` : ''
    return (await fetch(`${this.dataset.me}${query}`, { signal })).json()
  }
}

/** Whoever signs in from here comes back to where they were. */
function comeBack({ target }: Event): void {
  const link = target instanceof Element && target.closest<HTMLAnchorElement>('a[data-comes-back]')
  if (!link) return
  const url = new URL(link.href)
  url.searchParams.set('next', location.pathname + location.search)
  link.href = url.href
}
