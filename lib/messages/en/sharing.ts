/** What the wiki says where others show it: feeds, cards, quotations. */
export const sharing = {
  missing: 'There is nothing here.',
  noFormat: 'The formats are json and xml.',
  /** On the picture of a link, where its own words cannot be drawn. */
  readItHere: 'Read it here',
  oembed: 'Card for other sites',
  start: 'Front page',
  embedded: { more: 'Sources and history', by: (wiki: string) => `From ${wiki}` },
  cite: {
    heading: 'Cite this',
    help: 'The address leads to this version for good.',
    list: 'The whole list for your references:',
    formats: {
      txt: 'Text',
      bib: 'BibTeX',
      ris: 'RIS',
      json: 'CSL-JSON',
      wiki: 'Wikitext',
    },
  },
  feeds: {
    newFacts: 'New facts',
    disagreeing: 'Facts on which sources disagree',
    ofEntry: (label: string) => `${label}: edits, and what is new about it`,
    ofSpeaker: (name: string) => `Said by ${name}`,
  },
}
