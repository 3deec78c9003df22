/*
 * The one script of every page. Elements here are small classes over plain HTML that works without them: links, forms,
 * `details`. What every page needs is defined at once; the rest is fetched when the browser is idle or when a finger,
 * the pointer or the keyboard touches such an element.
 *
 * A new element: `components/elements/NAME.ts` with a class that extends `HTMLElement` (no shadow root, no framework),
 * its tag in `tags.ts`, and a line below. Its texts are imported from `#texts/FILE`, which stands for
 * `lib/messages/<language>/FILE.ts`: each language is built as a set of its own (`scripts/browser-elements.ts`), which
 * holds only those files. What stands on pages where React runs as well has to bring its HTML as one string
 * (`dangerouslySetInnerHTML`) if it changes its children, since React looks for those that it sent.
 */
import { Corner } from './corner'
import { listenForKeys } from './keys'
import { type Later, startLater } from './later'
import { Scheme } from './scheme'

customElements.define('loreleaf-corner', Corner)
customElements.define('loreleaf-scheme', Scheme)

const later: Later[] = [
  { tag: 'loreleaf-reading', when: 'idle', load: async () => (await import('./reading')).Reading },
  { tag: 'loreleaf-search', when: 'touch', load: async () => (await import('./search')).Search },
  { tag: 'loreleaf-progress', when: 'idle', load: async () => (await import('./progress')).ProgressLink },
  { tag: 'loreleaf-lock', when: 'idle', load: async () => (await import('./lock')).Lock },
]

startLater(later)
listenForKeys()
