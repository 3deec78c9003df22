import { primary } from '@/db/client'
import { type FactPreview, previewFact } from '@/lib/facts/preview'
import { operation } from '@/lib/operations/operation'
import { type PagePreview, previewPage } from '@/lib/pages/preview'
import { recordOf, type SourceRecord } from '@/lib/sources/record'
import type { SourceContent } from '@/lib/sources/schema'
import type { CaseItem } from '@/lib/submissions/case'
import { conflictable } from '@/lib/submissions/conflict'
import { findOwn } from '@/lib/submissions/own'
import type { Prepared } from '@/lib/submissions/prepare'
import { previewChangeset } from '@/lib/submissions/preview'
import { parseChangeset } from '@/lib/submissions/submit'
import { asFormTakesIt, changesetOf, type SaveRefusal } from './save'
import { previewSchema } from './schema'

/** What a form's entry would look like to readers. */
export type Look =
  | { kind: 'page'; page: PagePreview }
  | { kind: 'fact'; fact: FactPreview }
  | { kind: 'source'; record: SourceRecord }

/** A save looked at before it is made: what would change, what would be read, what would come of it. */
export interface Preview {
  items: CaseItem[]
  look: Look
  goesLive: boolean
}

/**
 * Looks at a save without making it: parsed, merged, judged and checked as it would be, nothing written. Answers what
 * stands in its way as `save` does.
 */
export const preview = operation({
  name: 'entry.preview',
  who: 'entering',
  input: previewSchema,
  audits: { nothing: 'it writes nothing' },
  run: async ({ actor }, { kind, ...input }): Promise<{ preview: Preview } | SaveRefusal> => {
    const answer = await conflictable(async () => {
      if (input.amends) await findOwn(primary(), actor, 'amend', input.amends)
      const { items, prepared, goesLive } = await previewChangeset(
        actor,
        parseChangeset(changesetOf(kind, input)),
      )
      return { preview: { items, goesLive, look: await lookOf(prepared) } }
    })
    return 'preview' in answer ? answer : asFormTakesIt(answer, input)
  },
})

async function lookOf(prepared: Prepared[]): Promise<Look> {
  const [main, ...others] = prepared
  if (!main) throw new Error('a changeset has an entry')
  const sources = new Map(
    others.flatMap((one) => (one.kind === 'source' ? [[-one.position, one.content] as const] : [])),
  )
  const made = new Map([...sources].map(([id, content]) => [id, recordOfNew(content)]))
  if (main.kind === 'page') return { kind: 'page', page: await previewPage(main.content, made) }
  if (main.kind === 'fact')
    return { kind: 'fact', fact: await previewFact(main.entryId, main.content, sources, made) }
  return { kind: 'source', record: recordOfNew(main.content) }
}

/** A source without an address here yet leads to where it is read. */
const recordOfNew = (content: SourceContent): SourceRecord => ({
  ...recordOf(0, content),
  path: content.url ?? '#',
})
