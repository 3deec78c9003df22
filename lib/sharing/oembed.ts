import { findPageHeadByTitle } from '@/db/pages/pages'
import { reads } from '@/db/postgres/client'
import { entryPath } from '@/lib/entries/paths'
import { classify } from '@/lib/gateway/http/classify'
import type { Parameter } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { contentKinds, kindOf } from '@/lib/kinds/registry'
import { readerScope } from '@/lib/places/loaders'
import { paths, routes } from '@/lib/routes'
import { routeAt } from '@/lib/routes/at-path'
import { element, xmlDocument } from '@/lib/text/xml'
import { spelledInAddress, titleKey } from '@/lib/titles/title'
import { loadSharedEntry, type SharedName, sharedName } from './entries'
import { LINK_PICTURE } from './picture/size'

/** A card's width as it comes, and what one line of it takes, in pixels. */
const WIDTH = 550
const LINE = 28
const REST = 130
/** So wide is a character of its statement, on the average. */
const CHARACTER = 10.5

/** What is asked for (oEmbed 1.0, §2.2). */
export interface OembedAsked {
  url?: Parameter
  maxwidth?: Parameter
  maxheight?: Parameter
}

type Answer = Record<string, string | number>

/**
 * How to show the entry at an address of this wiki on another site: a fact as a card in a frame, anything else as a link
 * with its title and picture. Null for an address of another site, and where nothing is that everybody may read.
 */
export async function oembedOf(asked: OembedAsked, wiki: string, origin: string): Promise<Answer | null> {
  const name = await nameAt(asked.url, origin)
  const entry = name && (await loadSharedEntry(name))
  if (!name || !entry) return null
  const answer: Answer = {
    ...{ version: '1.0', title: entry.title, provider_name: wiki, provider_url: origin + paths.home() },
    ...{
      cache_age: 3_600,
      thumbnail_url: origin + paths.linkPicture(sharedName(name.kind, entry.number, 'png')),
    },
    ...{ thumbnail_width: LINK_PICTURE.width, thumbnail_height: LINK_PICTURE.height },
  }
  if (!kindOf(name.kind).hasStanding) return { ...answer, type: 'link' }
  const width = Math.min(WIDTH, numberOfAddress(asked.maxwidth) ?? WIDTH)
  const lines = Math.ceil((entry.words.length * CHARACTER) / Math.max(60, width - 60))
  const height = Math.min(REST + lines * LINE, numberOfAddress(asked.maxheight) ?? Number.POSITIVE_INFINITY)
  const frame = element(
    'iframe',
    {
      ...{ src: origin + paths.embedFact(entry.number), width, height },
      ...{ title: entry.eyebrow, loading: 'lazy', style: 'border:0;max-width:100%' },
    },
    '',
  )
  return { ...answer, type: 'rich', html: frame.markup, width, height }
}

/** The entry whose own page is at an address of this wiki. */
async function nameAt(url: Parameter, origin: string): Promise<Omit<SharedName, 'ending'> | null> {
  const parsed = url ? URL.parse(url) : null
  if (!parsed || parsed.host !== new URL(origin).host || !/^https?:$/.test(parsed.protocol)) return null
  const address = classify(parsed.pathname)
  const at = 'target' in address ? routeAt(address.target) : null
  if (!at || !('target' in address)) return null
  const [word = ''] = at.words
  if (at.route !== routes.page) {
    const number = numberOfAddress(word)
    if (number === null) return null
    const kind = contentKinds.find((one) => entryPath({ kind: one, number, label: '' }) === address.target)
    return kind ? { kind, number: word } : null
  }
  const spelled = spelledInAddress(word)
  const head =
    spelled === null ? null : await findPageHeadByTitle(reads(), await readerScope(), titleKey(spelled))
  return head && { kind: head.kind, number: String(head.number) }
}

/** An answer as XML (oEmbed 1.0, §2.3.4.2). */
export const oembedXml = (answer: Answer): string =>
  xmlDocument(
    element('oembed', {}, ...Object.entries(answer).map(([name, value]) => element(name, {}, String(value)))),
  )
