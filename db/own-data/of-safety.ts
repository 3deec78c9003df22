import { eq } from 'drizzle-orm'
import { appeal, mute } from '@/db/accounts/schema'
import { section } from './section'

/** What somebody said against a restriction, with the answer. */
export const appeals = section({ id: appeal.id }, (db, { accountId }) => ({
  query: db
    .select({
      id: appeal.id,
      words: appeal.words,
      at: appeal.at,
      answeredAt: appeal.answeredAt,
      outcome: appeal.outcome,
      answer: appeal.answer,
    })
    .from(appeal)
    .$dynamic(),
  where: eq(appeal.accountId, accountId),
}))

/** Whom somebody has muted. */
export const mutes = section({ mutedId: mute.mutedId }, (db, { accountId }) => ({
  query: db.select({ mutedId: mute.mutedId, at: mute.at }).from(mute).$dynamic(),
  where: eq(mute.accountId, accountId),
}))
