import { join } from 'node:path'
import { fileStore } from '@/lib/file-store/file-store'
import { StoreAwayError } from '@/lib/file-store/store'
import { catchUpNews } from '@/lib/news/catch-up-news'
import { catchUpClosedLinks } from '@/lib/publishing/catch-up-closed-links'
import { queueFields } from '@/lib/publishing/catch-up-fields'
import { catchUpGates } from '@/lib/publishing/catch-up-gates'
import { catchUpSourceKeys } from '@/lib/publishing/catch-up-source-keys'
import { catchUpTitleLinks } from '@/lib/publishing/catch-up-title-links'
import { mendCategories } from '@/lib/publishing/mend-categories'
import { queueSearchWords } from '@/lib/publishing/search-words'
import { finishDueDeletions, learnDeletions } from '@/lib/transfer/delete-again'
import { eraseCommentsAgain, eraseWhatWasErased, learnWhatWasErased } from '@/lib/transfer/erase-again'
import { seedWiki, systemAccount } from '@/lib/transfer/seed'
import { dataFolder } from './data-folder'
import { ensureDemoAccounts } from './demo-accounts'
import { migrateWiki } from './migrate-wiki'
import { say } from './say'

/**
 * Brings the database that the environment names up to date, with what is derived from its texts, and seeds an empty
 * wiki.
 */
export async function prepareWiki({ isEmbedded }: { isEmbedded: boolean }): Promise<void> {
  say('Bringing the database up to date')
  await migrateWiki()
  await catchUpTitleLinks()
  await catchUpGates()
  await catchUpClosedLinks()
  await catchUpSourceKeys()
  await queueSearchWords()
  await queueFields()
  await catchUpNews()
  const { seeded } = await seedWiki()
  if (seeded) say('Filled the empty wiki with its first pages')
  await eraseAgain()
  const mended = await mendCategories(systemAccount)
  if (mended > 0) say(`Took what is no category out of the categories of ${mended} pages`)
  if (isEmbedded) await ensureDemoAccounts(join(dataFolder(), 'accounts.json'))
}

/** What was erased after an older backup was made is erased again before the restored wiki serves. */
async function eraseAgain(): Promise<void> {
  try {
    await learnWhatWasErased(fileStore())
    await learnDeletions(fileStore())
    const comments = await eraseCommentsAgain(fileStore())
    if (comments > 0) say(`Erased ${comments} comments again that were erased before the wiki was restored`)
  } catch (error) {
    if (!(error instanceof StoreAwayError)) throw error
    say(
      'The store of files cannot be reached: whether pictures or comments were erased elsewhere is looked up at the next start',
    )
  }
  const accounts = await finishDueDeletions()
  if (accounts > 0) say(`Deleted ${accounts} accounts whose time has come`)
  const files = await eraseWhatWasErased()
  if (files > 0) say(`Erased ${files} pictures again that were erased before the wiki was restored`)
}
