const list = (items: string[]) => new Intl.ListFormat('en', { type: 'conjunction' }).format(items)
const number = new Intl.NumberFormat('en', { maximumFractionDigits: 15 })
const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})
const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' })

/** The days from the first to the last (ISO 8601) as briefly as people say them: "March to May 2021". */
function daysInWords(firstDay: string, lastDay: string): string {
  const [first, last] = [new Date(firstDay), new Date(lastDay)]
  if (firstDay === lastDay) return day.format(first)
  const [from, to] = [Number(firstDay.slice(0, 4)), Number(lastDay.slice(0, 4))]
  const isWholeMonths = firstDay.endsWith('-01') && isLastOfMonth(last)
  if (!isWholeMonths) return `${day.format(first)} to ${day.format(last)}`
  if (firstDay.endsWith('-01-01') && lastDay.endsWith('-12-31'))
    return from === to ? `${from}` : `${from} to ${to}`
  if (from !== to) return `${month.format(first)} to ${month.format(last)}`
  if (firstDay.slice(0, 7) === lastDay.slice(0, 7)) return month.format(first)
  return `${monthName.format(first)} to ${month.format(last)}`
}

const isLastOfMonth = (at: Date) => new Date(at.getTime() + 86_400_000).getUTCDate() === 1

const asWhat = {
  text: 'text',
  line: 'text',
  number: 'a number',
  date: 'a date',
  page: 'one page',
  pages: 'pages',
  image: 'a picture',
  list: 'a list',
  boolean: 'yes or no',
}

type FieldType = keyof typeof asWhat

/** Typed fields: the words by which their values are read, and what was understood. */
export const fields = {
  about: /^(?:(?:c\.|ca\.|approx\.|~|≈)\s*|(?:circa|about|around|approximately|roughly|some)\s+)/iu,
  yes: { reads: /^(?:yes|true|✓|✔)$/iu, word: 'Yes' },
  no: { reads: /^(?:no|false|✗|✘)$/iu, word: 'No' },
  dates: {
    seasons: {
      spring: /^spring$/iu,
      summer: /^summer$/iu,
      autumn: /^(?:autumn|fall)$/iu,
      winter: /^winter$/iu,
    },
    stages: { early: /^early$/iu, mid: /^(?:mid|middle)$/iu, late: /^late$/iu },
    filler: /^(?:the|of|in|on|from|[-–])$/iu,
    between: /\s*[–—]\s*|\s+(?:to|until|till|-)\s+|-|\//giu,
    decade: /^s$/iu,
    century: /^century$/iu,
    ordinal: /^(?:st|nd|rd|th)$/iu,
  },
  multiples: [
    { word: /^thousand(?=\s|$)/iu, factor: 1_000 },
    { word: /^(?:million|mn)(?=\s|$)/iu, factor: 1_000_000 },
    { word: /^(?:billion|bn)(?=\s|$)/iu, factor: 1_000_000_000 },
  ],
  types: {
    text: 'Text',
    line: 'Text with links',
    number: 'Number',
    date: 'Date',
    page: 'Page',
    pages: 'Pages',
    image: 'Picture',
    list: 'List',
    boolean: 'Yes or no',
  },
  overview: {
    title: 'Fields',
    lead: 'What the box beside a page can say, kind by kind, and what it is read as.',
    unfit: 'Values that do not fit their field',
    noneUnfit: 'Every value fits its field.',
    edit: 'Edit',
    field: 'Field',
    type: 'Read as',
    otherEnd: 'On the page that it names',
    required: 'needed',
    single: 'on some pages only',
    ofKind: 'Fields of these pages',
    all: 'Fields of all kinds',
    moderation: 'Values that do not fit their field.',
  },
  /** Below a field, in little room. */
  unfitShort: {
    text: '',
    line: '',
    number: 'Not a number: kept as written.',
    date: 'Not a date: kept as written.',
    page: 'Not one page: kept as written.',
    pages: 'Not pages: kept as written.',
    image: 'Not a picture: kept as written.',
    list: 'Not a list: kept as written.',
    boolean: 'Not yes or no: kept as written.',
  },
  unfit: (type: FieldType) => `This is not read as ${asWhat[type]}: it stays as it is written.`,
  understood: {
    days: (firstDay: string, lastDay: string, isApproximate: boolean) =>
      `${isApproximate ? 'about ' : ''}${daysInWords(firstDay, lastDay)}`,
    number: (size: number, unit: string | null) => {
      if (unit === null) return number.format(size)
      return /^[£$€¥]$/u.test(unit) ? `${unit}${number.format(size)}` : `${number.format(size)} ${unit}`
    },
    pages: (names: string[]) =>
      names.length === 1 ? `the page ${names[0]}` : `${names.length} pages: ${names.join('; ')}`,
    items: (items: string[]) => `${items.length} items: ${list(items)}`,
  },
}
