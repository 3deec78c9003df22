import { aPage, fetchOutside, json } from '../fetch-outside'
import { decodePage } from '../html/decode'
import { readHead } from '../html/read-head'
import type { Unread } from '../outcome'
import type { Reach } from '../reach'
import { readObject } from './from-doi'
import { type Metadata, metadataOf, textOf } from './metadata'

/** What a page says of itself, and which address it calls its own; by its oEmbed answer where it names nobody. */
export async function fetchByAddress(
  address: string,
  reach: Reach,
): Promise<{ ok: true; metadata: Metadata; canonical: string | null } | Unread> {
  const answer = await fetchOutside(address, aPage, reach)
  if (!answer.ok) return answer
  const head = readHead(decodePage(answer.bytes, answer.contentType))
  const metadata = metadataOf(head)
  const canonical = head.canonical ? (URL.parse(head.canonical, answer.url)?.href ?? null) : null
  const oembed = head.oembed ? URL.parse(head.oembed, answer.url) : null
  if (!oembed || metadata.authors.length > 0) return { ok: true, metadata, canonical }
  const more = await fetchOutside(oembed.href, json(), reach)
  const told = more.ok ? readObject(more.bytes) : null
  const author = textOf(told?.author_name)
  return {
    ok: true,
    canonical,
    metadata: {
      ...metadata,
      title: metadata.title ?? textOf(told?.title),
      publisher: metadata.publisher ?? textOf(told?.provider_name),
      authors: author ? [author] : [],
      type: metadata.type ?? (told?.type === 'video' ? 'VideoObject' : null),
    },
  }
}
