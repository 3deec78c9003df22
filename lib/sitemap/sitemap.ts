import { reads } from '@/db/postgres/client'
import { findSitemapEntries, findSitemapParts, type SitemapPart } from '@/db/sitemap/sitemap'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { entryPath } from '@/lib/entries/paths'
import type { AddressText } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { contentKinds } from '@/lib/kinds/registry'
import { readerScope } from '@/lib/places/loaders'
import { paths } from '@/lib/routes'
import { element, type Markup, xmlDocument } from '@/lib/text/xml'

/** The format (sitemaps.org, 0.9): at most 50,000 addresses and 50 MB a file. */
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9'

const nameOf = ({ kind, part }: SitemapPart) => `${kind}-${part}.xml`

/** The part that a file's name like `fact-3.xml` means; null for any other name. */
function partCalled(name: AddressText): SitemapPart | null {
  const [, word, digits] = /^([a-z]+)-(\d+)\.xml$/.exec(name) ?? []
  const kind = contentKinds.find((one) => one === word)
  const part = numberOfAddress(digits)
  return kind && part !== null ? { kind, part } : null
}

const entryOf = (name: 'url' | 'sitemap', address: string, changedAt: Date): Markup =>
  element(name, {}, element('loc', {}, address), element('lastmod', {}, changedAt.toISOString()))

const documentOf = (root: 'urlset' | 'sitemapindex', entries: Markup[]) =>
  xmlDocument(element(root, { xmlns: NAMESPACE }, ...entries))

/** The index: the address of each part, and when something in it was changed last. */
export async function sitemapIndex(origin: string): Promise<string> {
  recordDependency(tags.recent)
  const parts = await findSitemapParts(reads())
  return documentOf(
    'sitemapindex',
    parts.map((part) => entryOf('sitemap', origin + paths.sitemapPart(nameOf(part)), part.changedAt)),
  )
}

/** A part by its file's name: what search engines may list of it. Null where there is no such part. */
export async function sitemapPart(name: AddressText, origin: string): Promise<string | null> {
  const part = partCalled(name)
  if (!part) return null
  recordDependency(tags.recent, tags.standings)
  const rows = await findSitemapEntries(reads(), await readerScope(), part)
  if (rows.length === 0) return null
  const entries = rows.map((row) =>
    entryOf('url', origin + entryPath({ ...row, kind: part.kind }), row.changedAt),
  )
  return documentOf('urlset', entries)
}
