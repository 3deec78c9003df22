import { finding as texts } from '#texts/finding'
import { paths } from '@/lib/routes'
import type { Completion, Completions } from '@/lib/search/complete'
import type { Group, Option } from './combobox'

/** How long nobody types before the wiki is asked, in milliseconds. */
const PAUSE = 120

/** How long until a wiki that had no time for a question is asked it once more, in milliseconds. */
const BUSY = 1_000

/** Asks for completions as somebody types: one question at a time, the last one; earlier ones are cancelled. */
export class Asking {
  #asked = new AbortController()
  #timer = 0

  /** Calls `show` with what `text` may mean, once nobody has typed for a moment. Not called where that fails. */
  ask(text: string, show: (found: Completions, text: string) => void): void {
    this.stop()
    if (text === '') {
      show({ pages: [], facts: [], speakers: [] }, text)
      return
    }
    const { signal } = this.#asked
    const fetchThem = async (isAgain: boolean) => {
      try {
        const answer = await fetch(paths.complete({ q: text }), { signal })
        if (answer.ok) show(await answer.json(), text)
        else if (!isAgain && !signal.aborted) this.#timer = window.setTimeout(fetchThem, BUSY, true)
      } catch {
        // Cancelled by the next letter, or offline: Enter still searches.
      }
    }
    this.#timer = window.setTimeout(fetchThem, PAUSE, false)
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#asked.abort()
    this.#asked = new AbortController()
  }
}

/** Completions as groups of choices. */
export function groupsOf({ pages, facts, speakers }: Completions, typed: string): Group[] {
  const option = ({ label, path, detail, badge }: Completion): Option => ({
    label,
    typed,
    href: path,
    ...(detail !== undefined && { detail }),
    ...(badge && { badge }),
  })
  return [
    { label: texts.pages, options: pages.map(option) },
    {
      label: texts.said,
      options: speakers.map(({ label, path }) => ({ label: texts.everythingBy(label), href: path })),
    },
    { label: texts.facts, options: facts.map(option) },
  ]
}

/** The choice that searches everything for what was typed. */
export const searchOption = (typed: string): Option => ({
  label: texts.search(typed),
  href: paths.search({ q: typed }),
})
