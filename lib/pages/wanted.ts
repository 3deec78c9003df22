import { findLinkingTexts, findWanted, type LinkingText, type WantedRow } from '@/db/links/wanted'
import { reads } from '@/db/postgres/client'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { linkedTitles } from '@/lib/content/linked-titles'
import type { Parameter } from '@/lib/input/address'
import { paginate } from '@/lib/input/paging'
import { MOST_COUNTED_IN_LISTS } from '@/lib/messages/most-counted'
import { readerScope } from '@/lib/places/loaders'
import { paths } from '@/lib/routes'
import { normalizeTitle, titleKey } from '@/lib/titles/title'

const ON_A_PAGE = 50
/** So many texts are read to find how one of them spells the title. */
const TEXTS_READ = 3

/** A title that texts link to and no page has. */
export interface Wanted {
  title: string
  path: string
  links: number
}

export interface WantedList {
  titles: Wanted[]
  /** Where the list goes on; null at its end. */
  next: string | null
  isFirst: boolean
}

/**
 * The titles that most texts link to and that no page has, from the place `after` on. One that only closed passages and
 * hidden texts name is not among them.
 */
export async function loadWanted(after: Parameter): Promise<WantedList> {
  recordDependency(tags.wanted, tags.recent)
  const from = placeIn(after)
  const { shown, next } = paginate(
    await findWanted(reads(), from, ON_A_PAGE + 1),
    ON_A_PAGE,
    ({ links, key }) => `${links}.${key}`,
  )
  const texts = await findLinkingTexts(
    reads(),
    await readerScope(),
    shown.map(({ key }) => key),
    { each: TEXTS_READ, counted: MOST_COUNTED_IN_LISTS + 1 },
  )
  return {
    titles: shown.flatMap(({ key }) => wantedOf(key, texts)),
    next,
    isFirst: from === null,
  }
}

/** A place in the list from an address, like `12.joe locke`; null for its beginning. */
function placeIn(after: Parameter): WantedRow | null {
  const [, links, key] = /^([1-9]\d{0,8})\.(.{1,2400})$/u.exec(after ?? '') ?? []
  return key === undefined ? null : { links: Number(links), key }
}

function wantedOf(key: string, texts: readonly LinkingText[]): Wanted[] {
  const linking = texts.filter((one) => one.key === key)
  for (const { content, links } of linking)
    for (const spelled of linkedTitles(content))
      if (titleKey(spelled) === key) {
        const title = normalizeTitle(spelled)
        return [{ title, path: paths.page(title), links }]
      }
  return []
}
