/** Ways into the wiki: its lists, and what each is good for. */
export const ways = {
  all: {
    kinds: { label: 'By kind', hint: 'People, places, episodes and more' },
    categories: { label: 'Categories', hint: 'What belongs together' },
    disputed: { label: 'Sources disagree', hint: 'One says yes, another no' },
    unsourced: { label: 'No source yet', hint: 'Can you find one?' },
    pictures: { label: 'Pictures', hint: 'All of them' },
  },
  categories: {
    title: 'Categories',
    lead: 'What belongs together, from the wide to the narrow.',
    leadOfMany: 'All categories, by title. Each page shows the categories within it.',
    empty: 'There are no categories yet. A page of the kind “Category” is one.',
    make: 'Make the first',
    within: 'Categories in this one',
    noMembers: 'Nothing is in this category yet. To put a page here, edit that page and name the category.',
    count: (count: number, most: number) => (count >= most ? `${most - 1}+` : String(count)),
  },
}
