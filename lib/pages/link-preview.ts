import { countStandingsAbout } from '@/db/facts/facts'
import { findPageHeadByTitle } from '@/db/pages/pages'
import { reads } from '@/db/postgres/client'
import { findPageKind } from '@/db/wiki/page-kinds'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { recordHead } from '@/lib/entries/record-head'
import type { Picture } from '@/lib/files/picture'
import { loadPictures } from '@/lib/files/pictures'
import type { AddressText } from '@/lib/input/address'
import { stored } from '@/lib/kinds/registry'
import { openInfobox, type PageContent } from '@/lib/kinds/schemas/page'
import { messages } from '@/lib/messages/messages'
import { readerScope } from '@/lib/places/loaders'
import { type Look, lookOf, standings } from '@/lib/standings/standing'
import { spelledInAddress, titleKey } from '@/lib/titles/title'
import { pictureOfLine } from './plate'
import { summaryOf } from './summary'

/** What the card of a link to a page shows. */
export interface LinkPreview {
  title: string
  kind: string
  /** The beginning of its lead, as far as it is open. */
  lead: string | null
  picture: { address: string; width: number; height: number; alternative: string } | null
  /** The standing that most of the facts about it have, and how many of them. */
  badge: { look: Look; word: string; tally: string } | null
}

/** So many facts are counted. */
const MOST_FACTS = 200
/** So much of a lead, in characters. */
const MOST_LEAD = 240
/** Pictures are shown at 320 CSS pixels. */
const WIDE_ENOUGH = 640

/** The preview of the page with this title, given as its part of an address; null where there is none. */
export async function loadLinkPreview(address: AddressText): Promise<LinkPreview | null> {
  const spelled = spelledInAddress(address)
  if (spelled === null) return null
  const key = titleKey(spelled)
  recordDependency(tags.title(key))
  const within = await readerScope()
  const head = await findPageHeadByTitle(reads(), within, key)
  if (!head) return null
  recordHead(head)
  recordDependency(tags.settings, tags.factsAbout(head.id), tags.standings)
  const content = stored('page', head)
  const file = pictureIn(content)
  const [kind, counts, pictures] = await Promise.all([
    findPageKind(reads(), content.kind),
    countStandingsAbout(reads(), within, head.id, MOST_FACTS),
    loadPictures(file === null ? [] : [file]),
  ])
  const picture = file === null ? undefined : pictures.get(file)
  return {
    title: content.title,
    kind: kind?.name ?? content.kind,
    lead: summaryOf(content.lead.content, MOST_LEAD) ?? null,
    picture: picture ? smallOf(picture) : null,
    badge: badgeOf(counts),
  }
}

/** The first picture of its infobox, else of its lead. */
function pictureIn(content: PageContent): number | null {
  const plates = Object.values(openInfobox(content)).flatMap((line) => pictureOfLine(line) ?? [])
  const drawn = content.lead.content.flatMap((block) => (block.type === 'image' ? block.attrs.file : []))
  return plates[0]?.file ?? drawn[0] ?? null
}

function smallOf({ sources, address, width, height, alternative }: Picture): LinkPreview['picture'] {
  const sizes = sources.at(-1)?.sizes ?? []
  const small = sizes.find((size) => size.width >= WIDE_ENOUGH) ?? sizes.at(-1)
  return { address: small?.address ?? address, width, height, alternative }
}

/** Of two standings that equally many facts have, the one that is listed first. */
function badgeOf(counts: Awaited<ReturnType<typeof countStandingsAbout>>): LinkPreview['badge'] {
  const { facts, reading } = messages()
  const counted = new Map(counts.map(({ standing, count }) => [standing, count]))
  const [most] = standings.toSorted((a, b) => (counted.get(b) ?? 0) - (counted.get(a) ?? 0))
  const count = most && counted.get(most)
  if (!count) return null
  const all = counts.reduce((sum, one) => sum + one.count, 0)
  return { look: lookOf(most), word: facts.standing[most], tally: reading.preview.tally(count, all) }
}
