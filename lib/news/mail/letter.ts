import type { OutgoingMail } from '@/lib/mail/send-mail'
import { messages } from '@/lib/messages/messages'
import type { NewsLine } from '@/lib/news/line'
import { paths } from '@/lib/routes'
import { shorten } from '@/lib/text/shorten'
import { element, type Markup } from '@/lib/text/xml'

const LONGEST_SUBJECT = 120

/** A mail about news before it is written. */
export interface Letter {
  wiki: string
  /** Whom it is to. */
  name: string
  lines: NewsLine[]
  /** How many more there are. */
  more: number
  timeZone: string
  /** Why it is sent, as a sentence. */
  why: string
  /** The wiki's own address, where links lead. */
  origin: string
  /** The token of the link that ends such mails; null for one that is the only one of its kind, and for an alarm. */
  token: string | null
  /** Whether it is an alarm, which no choice of theirs sends: it leads to quiet hours. */
  isAlarm?: boolean
}

/** A line in words. */
interface InWords {
  heading: string
  at: string
  says: string | null
  words: { text: string; by: string | null } | null
  url: string
}

/** Writes a mail as plain text and as HTML, which say the same. Nothing in it is fetched from anywhere. */
export function writeLetter(letter: Letter): OutgoingMail {
  const lines = letter.lines.map((line) => inWords(line, letter))
  return {
    subject: shorten(subjectOf(letter), LONGEST_SUBJECT),
    text: asText(letter, lines),
    html: asHtml(letter, lines),
    ...(letter.token !== null && { unsubscribe: letter.origin + paths.unsubscribe(letter.token) }),
  }
}

function subjectOf({ wiki, lines, more }: Letter): string {
  const { newsMail, news } = messages()
  const [only] = lines
  if (!only || lines.length + more > 1) return newsMail.subjectOfMany(lines.length + more, wiki)
  return newsMail.subject(news.words[only.kind], only.things[0]?.label ?? null, wiki)
}

function inWords({ id, kind, at, things, more, says, words, path }: NewsLine, letter: Letter): InWords {
  const { newsMail, news } = messages()
  const named = things.map(({ label }) => label).join(' · ')
  const about = named === '' ? '' : ` · ${named}${more > 0 ? news.more(more) : ''}`
  return {
    heading: news.words[kind] + about,
    at: newsMail.clock(at, letter.timeZone),
    says,
    words: words && { text: words.text, by: words.by === null ? null : news.reviewer(words.by) },
    // What everybody may read needs no signing in; the rest is marked as read on the way.
    url: letter.origin + (kind === 'watched' ? path : paths.openNews(id)),
  }
}

/** The link to what can be chosen about such mails; null where nothing can. */
function settingsOf({ origin, token, isAlarm }: Letter): { label: string; url: string } | null {
  const { newsMail } = messages()
  if (isAlarm) return { label: newsMail.changeQuiet, url: origin + paths.accountMail() }
  return token === null ? null : { label: newsMail.stopOrChange, url: origin + paths.mailByLink(token) }
}

function asText(letter: Letter, lines: InWords[]): string {
  const { newsMail } = messages()
  const settings = settingsOf(letter)
  const body = lines.map(({ heading, at, says, words, url }) =>
    [
      heading,
      at,
      ...(says === null ? [] : [says]),
      ...(words === null ? [] : [quoted(words.text), ...(words.by === null ? [] : [words.by])]),
      url,
    ].join('\n'),
  )
  const rest = letter.more > 0 ? newsMail.more(letter.more) : `${newsMail.allNews}:`
  const parts = [
    newsMail.greeting(letter.name),
    newsMail.lead(letter.wiki, letter.timeZone),
    ...body,
    `${rest}\n${letter.origin}${paths.news()}`,
    `-- \n${letter.why}${settings === null ? '' : `\n${settings.label}:\n${settings.url}`}`,
  ]
  return `${parts.join('\n\n')}\n`
}

const quoted = (text: string) => text.replace(/^/gm, '> ')

/** Lengths and lines only: colours are those of the program that shows it, in light and in dark. */
const STYLE = {
  body: 'font:16px/1.5 Georgia,serif;max-width:36em;margin:0 auto;padding:1em',
  heading: 'margin:1.5em 0 0;font-size:1em',
  quiet: 'margin:0;font-size:.875em;opacity:.8',
  words: 'margin:.5em 0;padding-left:.75em;border-left:3px solid #888',
  foot: 'margin-top:2em;padding-top:1em;border-top:1px solid #888;font-size:.875em',
}

function asHtml(letter: Letter, lines: InWords[]): string {
  const { newsMail, language } = messages()
  const settings = settingsOf(letter)
  const rest = letter.more > 0 ? newsMail.more(letter.more).replace(/:$/, '') : newsMail.allNews
  const document = element(
    'html',
    { lang: language.tag },
    element(
      'head',
      {},
      element('meta', { charset: 'utf-8' }),
      element('meta', { name: 'viewport', content: 'width=device-width' }),
      element('meta', { name: 'color-scheme', content: 'light dark' }),
      element('title', {}, subjectOf(letter)),
    ),
    element(
      'body',
      { style: STYLE.body },
      element('p', { dir: 'auto' }, newsMail.greeting(letter.name)),
      element('p', {}, newsMail.lead(letter.wiki, letter.timeZone)),
      ...lines.flatMap(lineAsHtml),
      element('p', { style: 'margin-top:2em' }, element('a', { href: letter.origin + paths.news() }, rest)),
      element(
        'p',
        { style: STYLE.foot },
        `${letter.why} `,
        settings && element('a', { href: settings.url }, settings.label),
      ),
    ),
  )
  return `<!doctype html>\n${document.markup}\n`
}

function lineAsHtml({ heading, at, says, words, url }: InWords): Markup[] {
  const link = element('a', { href: url, dir: 'auto' }, heading)
  const quote = words && element('blockquote', { style: STYLE.words, dir: 'auto' }, ...withBreaks(words.text))
  return [
    element('h2', { style: STYLE.heading }, link),
    element('p', { style: STYLE.quiet }, at),
    ...(says === null ? [] : [element('p', { style: 'margin:.25em 0' }, says)]),
    ...(quote === null ? [] : [quote]),
    ...(words?.by ? [element('p', { style: STYLE.quiet }, words.by)] : []),
  ]
}

const withBreaks = (text: string): (string | Markup)[] =>
  text.split('\n').flatMap((line, at) => (at === 0 ? [line] : [element('br'), line]))
