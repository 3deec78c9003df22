import { findCategoriesAmong, findWronglyFiled, hasCategoryKind } from '@/db/pages/categories'
import { primary, transaction } from '@/db/postgres/client'
import { findEntryHeads, lockEntries } from '@/db/publishing/publishing'
import { stored } from '@/lib/kinds/registry'
import type { PageContent } from '@/lib/kinds/schemas/page'
import { messages } from '@/lib/messages/messages'
import { publish } from '@/lib/publishing/publish'

/** So many pages are mended in one transaction. */
const BATCH = 50

/**
 * Takes out of every page's categories what is none, as an edit of the account `authorId`: earlier releases took any page
 * there, and what was published is not changed without a revision that says so. Mending twice changes nothing; neither
 * does it where the wiki has no kind of pages that others can be in. Gives how many pages it mended.
 */
export async function mendCategories(authorId: () => Promise<number>): Promise<number> {
  if (!(await hasCategoryKind(primary()))) return 0
  let mended = 0
  for (let after = 0; ; ) {
    const ids = await findWronglyFiled(primary(), after, BATCH)
    const last = ids.at(-1)
    if (last === undefined) return mended
    mended += await mend(ids, await authorId())
    after = last
  }
}

function mend(ids: number[], accountId: number): Promise<number> {
  return transaction(async (tx) => {
    await lockEntries(tx, ids)
    const heads = [...(await findEntryHeads(tx, ids)).values()]
    const contents = new Map(heads.map((head) => [head.id, stored('page', head)]))
    const named = [...contents.values()].flatMap(({ categories }) => categories)
    const categories = await findCategoriesAmong(tx, [...new Set(named)])
    const wrong = heads.filter(({ id }) => contents.get(id)?.categories.some((one) => !categories.has(one)))
    if (wrong.length === 0) return 0
    await publish(
      tx,
      wrong.map(({ id, number, headNumber }, index) => {
        const before = contents.get(id) as PageContent
        return {
          kind: 'page' as const,
          content: { ...before, categories: before.categories.filter((one) => categories.has(one)) },
          before,
          position: index + 1,
          entryId: id,
          entryNumber: number,
          parentNumber: headNumber,
          touches: ['structure' as const],
        }
      }),
      {
        author: { accountId },
        summary: messages().writing.categoriesMended,
        isMinor: true,
        via: 'edit',
        isReviewed: true,
      },
    )
    return wrong.length
  })
}
