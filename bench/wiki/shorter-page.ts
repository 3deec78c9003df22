import { added, publishNow } from '@/lib/changesets/testing'
import type { Block } from '@/lib/content/document'
import { paths } from '@/lib/routes'
import { type Draft, takeUp } from './edit'
import type { Person } from './people'
import { HOT_TITLE } from './run'

/** As many facts as the goals' page has. */
export const FEWER = 24

/**
 * Writes the page of the founding facts again, through the operation, with its lead, its table and its references, but
 * with `FEWER` of the facts: every other one. Gives it and its path.
 */
export async function writeShorterPage(person: Person): Promise<{ draft: Draft; path: string }> {
  const { content: whole } = await takeUp(person, HOT_TITLE)
  const title = `${HOT_TITLE}, in short`
  const blocks = whole.body.content.map(shortened)
  const listed = blocks.flatMap((block) => (block.type === 'factList' ? block.attrs.facts : []))
  if (listed.length !== FEWER) throw new Error(`${title} lists ${listed.length} facts`)
  const content = { ...whole, title, body: { ...whole.body, content: blocks } }
  const { entries } = await publishNow(person.actor, added('page', content))
  return { draft: { entryId: entries[0]?.id ?? 0, number: 1, content }, path: paths.page(title) }
}

function shortened(block: Block): Block {
  if (block.type !== 'factList') return block
  const facts = block.attrs.facts.filter((_, at) => at % 2 === 0).slice(0, FEWER)
  return { ...block, attrs: { ...block.attrs, facts } }
}
