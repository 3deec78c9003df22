'use server'
import { action } from '@/lib/action'
import { renamePage } from '@/lib/pages/rename-page'
import { addAlias } from '@/lib/titles/add-alias'
import { removeAlias } from '@/lib/titles/remove-alias'
import { deleteEntry } from './delete-entry'
import { moderationPaths } from './moderation-paths'
import { protect } from './protect'
import { restoreEntry } from './restore-entry'
import { addAliasSchema, entryReasonSchema, protectSchema, removeAliasSchema, renameSchema } from './schema'
import { unprotect } from './unprotect'

/** On to where the entry is read. */
const toEntry = { next: ({ path }: { path: string }) => path }
/** Back to the screen of its titles, which tells what has become of them. */
const toTitles = { next: (_: object, { entryId }: { entryId: number }) => moderationPaths(entryId).rename }

export const protectAction = action('protect', protectSchema, protect, toEntry)
export const unprotectAction = action('unprotect', entryReasonSchema, unprotect, toEntry)
export const deleteAction = action('delete', entryReasonSchema, deleteEntry, toEntry)
export const restoreAction = action('restore', entryReasonSchema, restoreEntry, toEntry)
export const renameAction = action('rename', renameSchema, renamePage, toEntry)
export const addAliasAction = action('add-alias', addAliasSchema, addAlias, toTitles)
export const removeAliasAction = action('remove-alias', removeAliasSchema, removeAlias, toTitles)
