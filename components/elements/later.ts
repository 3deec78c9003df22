import { ADDED } from './events'

/** An element whose code is fetched only where it is used: when the browser is idle, or when it is touched. */
export interface Later {
  tag: string
  when: 'idle' | 'touch'
  load: () => Promise<CustomElementConstructor>
}

/** What happens before an element is used: a pointer comes near, a finger goes down, the focus arrives. */
const TOUCHES = ['pointerover', 'pointerdown', 'focusin'] as const

/** Begins to watch for these elements. Of those that come into the page later, they start when touched or `ADDED`. */
export function startLater(elements: readonly Later[]): void {
  const started = new Set<string>()

  async function start({ tag, load }: Later): Promise<void> {
    if (started.has(tag)) return
    started.add(tag)
    try {
      customElements.define(tag, await load())
    } catch {
      // Offline, or a newer build is served: the plain HTML works, and the next touch tries again.
      started.delete(tag)
    }
  }

  const startIdle = () => {
    for (const one of elements) if (one.when === 'idle' && document.querySelector(one.tag)) void start(one)
  }
  const startTouched = ({ target }: Event) => {
    for (const one of elements) if (target instanceof Element && target.closest(one.tag)) void start(one)
  }

  // Safari has no `requestIdleCallback`.
  if ('requestIdleCallback' in window) requestIdleCallback(startIdle, { timeout: 2_000 })
  else setTimeout(startIdle, 200)
  document.addEventListener(ADDED, startIdle)
  for (const name of TOUCHES) document.addEventListener(name, startTouched, { passive: true })
}
