/** What the wiki says where others show it: feeds, cards, quotations. */
export const sharing = {
  missing: 'There is nothing here.',
  feeds: {
    newFacts: 'New facts',
    disagreeing: 'Facts on which sources disagree',
    ofEntry: (label: string) => `${label}: edits, and what is new about it`,
    ofSpeaker: (name: string) => `Said by ${name}`,
  },
}
