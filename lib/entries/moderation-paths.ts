/** Where those who moderate act upon an entry, by its id: these addresses outlive a rename and a deletion. */
export const moderationPaths = (entryId: number) => ({
  protect: `/entries/${entryId}/protect`,
  rename: `/entries/${entryId}/rename`,
  delete: `/entries/${entryId}/delete`,
  hide: `/entries/${entryId}/hide`,
})
