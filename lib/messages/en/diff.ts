const list = (items: string[]) =>
  new Intl.ListFormat('en', { style: 'long', type: 'conjunction' }).format(items)
const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

/** Diffs: what happened to words, blocks and fields. */
export const diff = {
  forms: {
    paragraph: 'a paragraph',
    bulletList: 'a list',
    orderedList: 'a numbered list',
    blockquote: 'a quotation',
    factList: 'a list of facts',
    table: 'a table',
  },
  image: (name: string) => `[picture: ${name}]`,
  imagePlaces: {
    plain: 'a picture in the text',
    left: 'a picture on the left',
    right: 'a picture on the right',
    wide: 'a wide picture',
  },
  countedFrom: (start: number) => `numbered from ${start}`,
  heading: (level: number) => `a heading of level ${level}`,
  spoiler: (gate: string) => `a closed passage (${gate})`,
  gates: {
    none: 'open to everybody',
    unknown: 'closed, season unknown',
    place: (name: string) => `closed until ${name}`,
  },
  stances: {
    supports: 'says yes',
    contradicts: 'says no',
    narrows: 'says it in part',
    supersedes: 'replaces it',
    background: 'context',
  },
  directness: { original: 'from the person or the work itself', report: 'someone writing about it' },
  opened: {
    yes: 'passage read',
    not_yet: 'passage not read yet',
    unavailable: 'passage not available',
  },
  locator: (text: string) => `at ${text}`,
  quote: (text: string) => `quoting “${text}”`,
  via: (text: string) => `seen through ${text}`,
  editorsNote: (text: string) => `with the note “${text}”`,
  reference: (name: string) => `[${name}]`,
  unnamed: (id: number) => (id < 0 ? 'something new in this edit' : `entry ${id}`),
  marks: { bold: 'bold', italic: 'italic' },
  link: (to: string) => `linked to ${to}`,
  note: (words: string, how: string) => `${words}: ${how}`,
  altered: (before: string[], after: string[]) =>
    [before.length ? `no longer ${list(before)}` : '', after.length ? `now ${list(after)}` : '']
      .filter(Boolean)
      .join(', '),
  moreNotes: (count: number) => `and ${counted(count, 'more change', 'more changes')} of this sort`,
  became: (before: string, after: string) => `was ${before}, is now ${after}`,
  table: {
    row: (number: number) => `row ${number}`,
    columnAdded: (number: number) => `column ${number} is new`,
    columnRemoved: (number: number) => `column ${number} was taken out`,
    caption: 'the title of the table',
    headings: 'cells became headings, or ceased to be',
  },
  within: (part: string, field: string) => `${part} · ${field}`,
  readAs: (before: string | null, after: string) =>
    before === null ? `read as ${after}` : `was read as ${before}, is now read as ${after}`,
  pagesNamed: 'Names:',
  moved: 'moved here from another place',
  unseen: 'changed in a way that its words do not show',
  order: 'in another order',
  yes: 'yes',
  no: 'no',
  ordinal: (number: number, work: string) => `number ${number} of ${work}`,
  derivedFrom: {
    unknown: 'not known',
    none: 'no other source',
    work: 'no other source: it is the work itself',
    workOf: (name: string) => `no other source: it is the work itself, ${name}`,
    source: (name: string) => name,
  },
  pictureSize: (width: number, height: number) =>
    `${width.toLocaleString('en-GB')} × ${height.toLocaleString('en-GB')} pixels`,
  pictureGone: 'a picture that is not here any more',
  added: (label: string) => `${label} added`,
  removed: (label: string) => `${label} removed`,
  changed: (label: string) => `${label} changed`,
  prose: (label: string, counts: { changed: number; added: number; removed: number; moved: number }) => {
    const said = (['changed', 'added', 'removed', 'moved'] as const)
      .filter((deed) => counts[deed] > 0)
      .map((deed, index) =>
        index === 0 ? `${counted(counts[deed], 'passage', 'passages')} ${deed}` : `${counts[deed]} ${deed}`,
      )
    return `${label}: ${list(said)}`
  },
  members: (label: string, added: string[], removed: string[], altered: string[]) => {
    const said = [
      added.length ? `${list(some(added))} added` : '',
      removed.length ? `${list(some(removed))} removed` : '',
      altered.length ? `${list(some(altered))} changed` : '',
    ].filter(Boolean)
    return said.length ? `${label}: ${said.join('; ')}` : `${label}: in another order`
  },
} as const

const some = (names: string[]) =>
  names.length <= 3 ? names.map(short) : [...names.slice(0, 3).map(short), `${names.length - 3} more`]
const short = (name: string) => (name.length <= 60 ? name : `${name.slice(0, 59).toWellFormed().trim()}…`)
