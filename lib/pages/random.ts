import { findPageAtShare } from '@/db/pages/random-page'
import { reads } from '@/db/postgres/client'
import { readerScope } from '@/lib/places/loaders'
import { paths } from '@/lib/routes'

/** The path of the page that `share` (0 to below 1) chooses; the front page where the wiki has none. */
export async function pathOfRandomPage(share: number): Promise<string> {
  const title = await findPageAtShare(reads(), await readerScope(), share)
  return title === null ? paths.home() : paths.page(title)
}
