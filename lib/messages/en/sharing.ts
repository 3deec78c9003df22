/** What the wiki says where others show it: feeds, cards, quotations. */
export const sharing = {
  missing: 'There is nothing here.',
}
