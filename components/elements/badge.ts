import type { Look } from '@/lib/standings/standing'
import { make } from './make'

/** Written out, so that pages are sent with the rules of them all (`lib/gateway/renderers/later-names.ts`). */
const badges: Record<Look, { class: string }> = {
  sure: { class: 'badge sure' },
  unsure: { class: 'badge unsure' },
  warn: { class: 'badge warn' },
}

/** How sure a fact is, in a word that was fetched. */
export const badge = (look: Look, word: string): HTMLElement => make('span', badges[look], word)
