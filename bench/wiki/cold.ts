import postgres from 'postgres'
import { transaction } from '@/db/postgres/client'
import { announce } from '@/lib/cache/announce'
import { tags } from '@/lib/cache/tags'
import { paths } from '@/lib/routes'
import type { BenchWiki } from './run'

/** A page, and the tag that invalidates only it. */
export interface ColdPage {
  path: string
  tag: string
}

/** Every page of the wiki. */
export async function pagesOf({ env }: BenchWiki): Promise<ColdPage[]> {
  const sql = postgres(env.DATABASE_URL, { max: 1, onnotice: () => {} })
  try {
    const titles = await sql<{ title: string; key: string }[]>`
      select label as title, sort_key as key from page_facet join entry on entry.id = entry_id order by entry_id`
    return titles.map(({ title, key }) => ({ path: paths.page(title), tag: tags.title(key) }))
  } finally {
    await sql.end()
  }
}

/** Makes every gateway forget a page, by the event that an edit would cause; gives the event's id. */
export const makeCold = ({ tag }: ColdPage): Promise<number> => transaction((tx) => announce(tx, [tag]))
