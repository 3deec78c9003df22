import { primary } from '@/db/client'
import { type ContentKind, ofKind } from '@/lib/kinds/registry'
import { type LookOf, viewsOf } from '@/lib/kinds/views/all'
import { operation } from '@/lib/operations/operation'
import { recordOfNew } from '@/lib/sources/record'
import type { CaseItem } from '@/lib/submissions/case'
import { conflictable } from '@/lib/submissions/conflict'
import { findOwn } from '@/lib/submissions/own'
import type { Prepared } from '@/lib/submissions/prepare'
import { previewChangeset } from '@/lib/submissions/preview'
import { parseChangeset } from '@/lib/submissions/submit'
import { asFormTakesIt, changesetOf, type SaveRefusal } from './save'
import { previewSchema } from './schema'

/** What a form's entry would look like to readers. */
export interface Look {
  kind: ContentKind
  shown: LookOf[ContentKind]
}

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
    ofKind('source', others).map(({ position, content }) => [-position, content] as const),
  )
  const records = new Map([...sources].map(([id, content]) => [id, recordOfNew(content)]))
  return { kind: main.kind, shown: await viewsOf(main.kind).look(main, { sources, records }) }
}
