import { messages } from '@/lib/messages/messages'
/** Under which licence a text is, and where it was brought from, as a revision says it. */
export interface Licensed {
  licence: string
  origin: string | null
}

/** A licence as readers see it; `url` is null for one that this wiki does not know. */
export interface NamedLicence {
  name: string
  url: string | null
  /** Where texts under it were brought from: addresses, or names of places. */
  origins: string[]
}

/** By SPDX identifier: what texts of wikis come under. */
const known: Record<string, { name: string; url: string }> = {
  'CC-BY-SA-4.0': { name: 'CC BY-SA 4.0', url: 'https://creativecommons.org/licenses/by-sa/4.0/' },
  'CC-BY-SA-3.0': { name: 'CC BY-SA 3.0', url: 'https://creativecommons.org/licenses/by-sa/3.0/' },
  'CC-BY-SA-2.5': { name: 'CC BY-SA 2.5', url: 'https://creativecommons.org/licenses/by-sa/2.5/' },
  'CC-BY-4.0': { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  'CC-BY-3.0': { name: 'CC BY 3.0', url: 'https://creativecommons.org/licenses/by/3.0/' },
  'CC0-1.0': { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  'GFDL-1.3-or-later': { name: 'GFDL 1.3', url: 'https://www.gnu.org/licenses/fdl-1.3.html' },
}

const MOST_ORIGINS = 5

/** The licence under which what is written here is published, unless a text says otherwise. */
export const OWN_LICENCE = 'CC-BY-SA-4.0'

/** The licences of several texts, each once, the wiki's own first, with where texts under each were brought from. */
export function licencesOf(texts: readonly Licensed[]): NamedLicence[] {
  const origins = new Map<string, Set<string>>()
  for (const { licence, origin } of texts) {
    const of = origins.get(licence) ?? new Set()
    if (origin) of.add(origin)
    origins.set(licence, of)
  }
  return [...origins]
    .sort(
      ([a], [b]) =>
        Number(b === OWN_LICENCE) - Number(a === OWN_LICENCE) || messages().language.compare(a, b),
    )
    .map(([licence, of]) => ({
      name: known[licence]?.name ?? licence,
      url: known[licence]?.url ?? null,
      origins: [...of].sort().slice(0, MOST_ORIGINS),
    }))
}
