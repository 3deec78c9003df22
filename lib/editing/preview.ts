import { primary } from '@/db/postgres/client'
import { conflictable } from '@/lib/changesets/conflict'
import type { MergedChange } from '@/lib/changesets/merge'
import { parseChangeset } from '@/lib/changesets/parse'
import { recordOfNew } from '@/lib/citations/record'
import { temporaryId } from '@/lib/content/temporary-id'
import { type ContentKind, ofKind } from '@/lib/kinds/registry'
import { operation } from '@/lib/operations/operation'
import type { CaseItem } from '@/lib/review/case'
import { previewChangeset } from '@/lib/review/preview'
import { previewSchema } from '@/lib/submissions/form-schema'
import { findOwn } from '@/lib/submissions/own'
import { asFormTakesIt, changesetOf, type SaveRefusal } from '@/lib/submissions/save'
import { type PreviewOf, viewsOf } from '@/lib/views/all'

/** The form's entry as readers would see it. */
export interface Look {
  kind: ContentKind
  shown: PreviewOf[ContentKind]
}

/** The preview of a save: what would change, how it would read, and whether it would be published. */
export interface Preview {
  items: CaseItem[]
  look: Look
  goesLive: boolean
}

/**
 * Looks at a save without making it: parsed, merged and evaluated as it would be, nothing written. Answers what
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
      const { items, changes, goesLive } = await previewChangeset(
        actor,
        parseChangeset(changesetOf(kind, input)),
      )
      return { preview: { items, goesLive, look: await previewOf(changes) } }
    })
    return 'preview' in answer ? answer : asFormTakesIt(answer, input)
  },
})

/** The first entry of merged changes as readers would see it, with the sources that come with it. */
export async function previewOf(changes: MergedChange[]): Promise<Look> {
  const [main, ...others] = changes
  if (!main) throw new Error('a changeset has an entry')
  const sources = new Map(
    ofKind('source', others).map(({ position, content }) => [temporaryId(position), content] as const),
  )
  const records = new Map([...sources].map(([id, content]) => [id, recordOfNew(content)]))
  return { kind: main.kind, shown: await viewsOf(main.kind).look(main, { sources, records }) }
}
