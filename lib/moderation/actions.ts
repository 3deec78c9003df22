'use server'
import { addAlias } from '@/lib/moderation/add-alias'
import { removeAlias } from '@/lib/moderation/remove-alias'
import { renamePage } from '@/lib/moderation/rename-page'
import { formAction } from '@/lib/operations/form'
import { paths } from '@/lib/routes'
import { deleteEntry } from './delete-entry'
import { mergeEntry } from './merging/merge-entry'
import { lookUpNetworks } from './networks/look-up'
import { protect } from './protect'
import { restoreEntry } from './restore-entry'
import { unprotect } from './unprotect'

/** Continues to the entry's own page. */
const toEntry = { next: ({ path }: { path: string }) => path }
/** Back to the screen of its titles, which shows the result. */
const toTitles = { next: (_: object, { entryId }: { entryId: number }) => paths.renameEntry(entryId) }

export const protectAction = formAction(protect, toEntry)
export const unprotectAction = formAction(unprotect, toEntry)
export const deleteAction = formAction(deleteEntry, toEntry)
export const restoreAction = formAction(restoreEntry, toEntry)
export const mergeAction = formAction(mergeEntry, toEntry)
export const renameAction = formAction(renamePage, toEntry)
export const addAliasAction = formAction(addAlias, toTitles)
export const removeAliasAction = formAction(removeAlias, toTitles)
export const lookUpNetworksAction = formAction(lookUpNetworks, toEntry)
