import { upTo } from './up-to'

const number = new Intl.NumberFormat('en')
const plural = (count: number, one: string, many: string) =>
  `${number.format(count)} ${count === 1 ? one : many}`

/** An entry's backlinks and information pages. */
export const aboutEntry = {
  tabs: 'This entry',
  links: {
    heading: 'What links here',
    title: (label: string) => `What links to ${label}`,
    members: (label: string, heading: string) => `${label}: ${heading}`,
    everything: 'Everything that links here',
    intro: 'Everything on this wiki that points here today.',
    empty: 'Nothing on this wiki points here.',
    wanted: 'No page has this title yet.',
    write: 'Write it',
    filter: 'By kind of link',
    all: (count: number) => `All ${upTo(count)}`,
    count: (count: number) => upTo(count),
    kinds: {
      about: 'Facts about it',
      cites: 'Cite it',
      mentions: 'Mention it',
      embeds: 'Show it',
      category: 'In this category',
    },
  },
  info: {
    heading: 'Entry information',
    title: (label: string) => `Information about ${label}`,
    kind: 'Kind',
    language: 'Language',
    living: 'Living person',
    yes: 'Yes: facts about private life need their own words',
    no: 'No',
    words: 'Length',
    wordsOf: (count: number) => plural(count, 'word', 'words'),
    hiddenWords: 'hidden',
    created: 'Created',
    edited: 'Last edited',
    by: 'by',
    versions: 'Versions',
    editors: (revisions: number, people: number, most: number) =>
      revisions > most
        ? `${plural(revisions, 'version', 'versions')}, the last ${number.format(most)} by ${plural(people, 'editor', 'editors')}`
        : `${plural(revisions, 'version', 'versions')} by ${plural(people, 'editor', 'editors')}`,
    count: (count: number) => upTo(count),
    note: 'Editor’s note',
    facts: 'Facts about it',
    withFacts: 'with those of its facts:',
    sources: 'Sources it cites',
    linksHere: 'Links here',
    aliases: 'Other addresses that lead here',
    protection: 'Protection',
    open: 'None: everybody with an account can edit it',
    licence: 'Licence of the text',
    permalink: 'Permanent address of this version',
    number: 'Number',
  },
}
