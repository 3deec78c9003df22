const counted = (count: number) => count.toLocaleString('en-GB')
const levels = (count: number) => (count === 1 ? 'one level' : `${counted(count)} levels`)

/** Sentences about refused input: each says what to do. */
export const errors = {
  content: {
    refused: 'Something in this edit cannot be saved yet. See the marked fields.',
    unreadable: 'What was sent could not be read. Reload the page and try again.',
    tooLarge: (bytes: number, most: number) =>
      `This is too long to save at once: ${counted(Math.ceil(bytes / 1000))} kB, and ${counted(most / 1000)} kB fit. Split it into several pages.`,
    tooDeep: (most: number) =>
      `This is nested too deeply: at most ${most} levels. Take some lists or quotes out of each other.`,
    tooManyLists: (count: number, most: number) =>
      `This is in ${levels(count)} of lists, and ${counted(most)} ${most === 1 ? 'fits' : 'fit'} here. Take some lists out of each other.`,
    tooManyParts: (count: number, most: number) =>
      `This has too many parts: ${counted(count)}, and ${counted(most)} fit. Split it into several pages.`,
    tooManyBlocks: (count: number, most: number) =>
      `Here are ${counted(count)} paragraphs, lists and tables, and ${counted(most)} fit: this one and what follows is too much. Split it.`,
    tableTooWide: (count: number, most: number) =>
      `This row has ${counted(count)} columns, and ${counted(most)} fit. Split the table, or turn it round.`,
    tableTooLong: (count: number, most: number) =>
      `This table has ${counted(count)} rows, and ${counted(most)} fit. Split it into several tables.`,
    tableUneven: 'Every row of a table has equally many cells.',
    cellHolds: 'A cell of a table holds paragraphs and nothing else.',
    cellTooFull: (count: number, most: number) =>
      `This cell has ${counted(count)} lines, and ${counted(most)} fit in a cell.`,
    tooManyFacts: (count: number, most: number) =>
      `With this one, the lists of facts on this page hold ${counted(count)} facts, and ${counted(most)} fit on a page.`,
    tooManyImages: (most: number) => `At most ${counted(most)} pictures fit on a page: this one is too many.`,
    tooMany: (count: number, most: number) => `Here are ${counted(count)}, and ${counted(most)} fit.`,
    tooLong: (count: number, most: number) =>
      `This has ${counted(count)} characters, and ${counted(most)} fit here.`,
    unstorable: 'This holds characters that cannot be stored.',
    oneLine: 'This must be a single line.',
    atMost: (most: number) => `At most ${most} characters fit here.`,
    atLeastItems: (least: number) => `At least ${least} must be here.`,
    link: 'A link starts with http://, https:// or mailto:',
    webAddress: 'An address starts with http:// or https://',
    dateShape: 'A date looks like 2022, April 2022 or 22 April 2022.',
    dateWithoutYear: 'Add the year, like 22 April 2022.',
    dateOfTwo: 'This may be two days: which number is the month? Write it like 22 April 2022.',
    noSuchDate: 'There is no such date.',
    marksTwice: 'The same words are marked twice in the same way.',
    wikiLink: 'A wiki link names a page or a title.',
    unknownPart: (type: string) => `This holds something that this wiki does not know: “${type}”.`,
    unknownAttributes: (names: string) => `This holds attributes that this wiki does not know: ${names}.`,
    wrongShape: 'This is missing or not of the expected kind.',
    chooseOne: (values: string) => `Choose one of: ${values}.`,
  },
  page: {
    title: 'Give the page a title.',
    titleTooLong: (most: number) => `A title has at most ${most} characters.`,
    titleAddress: 'This title is too long for an address. Write a shorter one.',
    titleControls: 'A title has no control characters and no backslash.',
    titleDirection: 'A title has no characters that turn the writing direction.',
    titleUnseen:
      'A title has something to see in it, and no invisible characters. Type it with ordinary ones.',
    titleEnding: (ending: string) =>
      `A title does not end in “${ending}”: its address would be read as another. Write it otherwise.`,
    titleParts: 'A title has no empty part between slashes.',
    kind: 'Choose a kind.',
    language: 'A language looks like en or pt-BR.',
  },
  fact: {
    statement: 'Write what the fact says.',
    about: 'Name at least one page.',
    aboutTwice: 'A page is named twice.',
  },
  source: {
    title: 'Give a link, a title or a description.',
    doi: 'This is not a DOI: one looks like 10.1093/ae/example.',
    isbn: 'This is not an ISBN: it has 10 or 13 digits, and one of these does not fit the others. Look at it once more.',
  },
  file: {
    object: 'Choose a picture first.',
    alternative: 'Say what the picture shows.',
    because: 'Say why it is shown here: what it is that it illustrates.',
    number: 'Give a number.',
    notYours: 'This picture is not one that you have uploaded. Upload it here.',
    gone: 'This picture is not here any more. Upload another one.',
    cropNarrow: (least: number) => `A part is at least ${least} pixels wide.`,
    cropOutside: (width: number, height: number) =>
      `This part lies outside the picture, which has ${width} × ${height} pixels.`,
  },
} as const
