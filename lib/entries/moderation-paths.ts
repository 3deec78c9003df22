import { paths } from '@/lib/routes'

/** Where those who moderate act upon an entry, by its id: these addresses outlive a rename and a deletion. */
export const moderationPaths = (entryId: number) => ({
  rename: paths.renameEntry(entryId),
  hide: paths.hideVersions(entryId),
})
