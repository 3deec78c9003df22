/* Answers of other sites, written for tests in the shape of the real ones: names and numbers are made up. */

/** What doi.org gives in CSL-JSON by way of Crossref. */
export const CROSSREF = {
  indexed: { 'date-parts': [[2024, 1, 5]], 'date-time': '2024-01-05T12:00:00Z', timestamp: 1704456000000 },
  publisher: 'Leaf University Press',
  issue: '2',
  DOI: '10.1093/ab.c/5',
  type: 'journal-article',
  created: { 'date-parts': [[2023, 4, 30]] },
  source: 'Crossref',
  title: 'Queer joy on screen',
  subtitle: ['Heartstopper and after'],
  volume: '12',
  author: [
    { given: 'Tara', family: 'Jones', sequence: 'first', affiliation: [] },
    { name: 'The Paris Group', sequence: 'additional', affiliation: [] },
  ],
  'container-title': 'Journal of Leaves',
  language: 'en',
  issued: { 'date-parts': [[2023, 5]] },
  URL: 'http://dx.doi.org/10.1093/ab.c/5',
  ISSN: ['0000-0000'],
}

/** What Open Library's Books API gives (`jscmd=data`). */
export const OPEN_LIBRARY = {
  'ISBN:9781444951387': {
    url: 'https://openlibrary.org/books/OL1M/Heartstopper',
    key: '/books/OL1M',
    title: 'Heartstopper',
    subtitle: 'Volume One',
    authors: [{ url: 'https://openlibrary.org/authors/OL1A/Alice_Oseman', name: 'Alice Oseman' }],
    number_of_pages: 288,
    identifiers: { isbn_13: ['9781444951387'], openlibrary: ['OL1M'] },
    publishers: [{ name: "Hachette Children's Group" }],
    publish_date: 'Feb 07, 2019',
    subjects: [{ name: 'Comics', url: 'https://openlibrary.org/subjects/comics' }],
  },
}

/** What a video site gives as oEmbed. */
export const OEMBED = {
  title: 'Kit and Joe talk',
  author_name: 'Still Watching Netflix',
  author_url: 'https://www.youtube.com/@StillWatchingNetflix',
  type: 'video',
  height: 113,
  width: 200,
  version: '1.0',
  provider_name: 'YouTube',
  provider_url: 'https://www.youtube.com/',
  html: '<iframe></iframe>',
}
