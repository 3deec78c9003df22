import { randomUUID } from 'node:crypto'
import { kindOf } from '@/lib/kinds/registry'
import { messages } from '@/lib/messages/messages'
import type { ModeratedEntry } from '@/lib/moderation/loaders'
import { ActSheet } from './ActSheet'
import { AddAliasForm } from './AddAliasForm'
import { RemoveAliasForm } from './RemoveAliasForm'
import { RenameForm } from './RenameForm'

/** A page's titles: the current one, and those that redirect to it. */
export function TitlesSheet({ entry, aliases }: { entry: ModeratedEntry; aliases: string[] }) {
  const texts = messages().moderating.alias
  const { heading, intro, notAPage } = messages().moderating.rename
  if (!kindOf(entry.kind).isTitled)
    return (
      <ActSheet entry={entry} heading={heading} intro={notAPage}>
        {null}
      </ActSheet>
    )
  return (
    <ActSheet entry={entry} heading={heading} intro={intro} isForLiving>
      <RenameForm entryId={entry.id} title={entry.label} idempotencyKey={randomUUID()} />
      <section className="standing-act" aria-labelledby="aliases">
        <h2 id="aliases">{texts.heading}</h2>
        <p>{aliases.length > 0 ? texts.intro : texts.none}</p>
        {aliases.length > 0 && <RemoveAliasForm entryId={entry.id} aliases={aliases} />}
        <AddAliasForm entryId={entry.id} />
      </section>
    </ActSheet>
  )
}
