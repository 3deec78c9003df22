/**
 * How far somebody is, as the cookie `loreleaf_progress` says it: `WIKI~t1a~w12p345~w20p0~all~f17~b99.k3d2`. Nothing
 * here needs a server: the gateway, the renderers and the pages' own elements read and write it with these functions.
 */
export interface Progress {
  /** When it was last changed, in seconds since 1970; 0 where nobody noted it. */
  changedAt: number
  /** The place reached in each work, by ids of pages; 0 where nothing of the work has been seen. */
  reached: ReadonlyMap<number, number>
  /** Seen it all: everything is open, also what nobody has given a place. */
  hasSeenAll: boolean
  /** What was opened by itself, the newest last: the fact 17 as `f17`, the block `k3d2` of the entry 99 as `b99.k3d2`. */
  opened: readonly string[]
}

/** The cookie's name. Scripts may read it: it holds nothing that gives anybody a right. */
export const PROGRESS_COOKIE = 'loreleaf_progress'

/** How long the cookie stays, in seconds: a year. */
export const PROGRESS_SECONDS = 365 * 86_400

/** The longest cookie, in characters. */
export const LONGEST_PROGRESS = 1_500
/** Of what was opened by itself the newest stay open. */
export const MOST_OPENED = 40

/** Who has said nothing about how far they are. */
export const noProgress: Progress = { changedAt: 0, reached: new Map(), hasSeenAll: false, opened: [] }

/** The name of a fact among what was opened by itself. */
export const factToken = (number: number) => `f${number}`
/** The name of a passage of an entry among what was opened by itself. */
export const passageToken = (entryId: number, block: string) => `b${entryId}.${block}`

/** The numbers of the facts that a reader has opened by themselves. */
export const openedFactsOf = (progress: Progress | null): number[] =>
  (progress?.opened ?? []).flatMap((token) => (token.startsWith('f') ? Number(token.slice(1)) : []))

/** Whether a text names something that can be opened by itself. */
export const isOpenedToken = (text: string) =>
  /^(?:f[1-9]\d{0,14}|b[1-9]\d{0,14}\.[A-Za-z0-9_-]{1,32})$/.test(text)

const TIME = /^t([0-9a-z]{1,8})$/
const REACHED = /^w([1-9]\d{0,14})p(0|[1-9]\d{0,14})$/

/**
 * The progress that a cookie's value states for this wiki; null for none, and for a value that is too long, of another
 * wiki, or not as `printProgress` writes it.
 */
export function parseProgress(text: string | undefined, wiki: string): Progress | null {
  if (!text || text.length > LONGEST_PROGRESS) return null
  const [of, ...tokens] = text.split('~')
  return of === wiki ? parseTokens(tokens) : null
}

/** The progress in a `Cookie` header, or in `document.cookie`; null for none. */
export function progressIn(cookies: string | null, wiki: string): Progress | null {
  const [, value] = new RegExp(`(?:^|; ?)${PROGRESS_COOKIE}=([^;]*)`).exec(cookies ?? '') ?? []
  return parseProgress(value, wiki)
}

/** The progress that these words state; null when one of them is odd, or nothing is stated. */
export function parseTokens(tokens: readonly string[]): Progress | null {
  let changedAt: number | null = null
  let hasSeenAll = false
  const reached = new Map<number, number>()
  const opened = new Set<string>()
  for (const token of tokens) {
    const [, time] = TIME.exec(token) ?? []
    const [, work, place] = REACHED.exec(token) ?? []
    if (time && changedAt === null) changedAt = Number.parseInt(time, 36)
    else if (work && !reached.has(Number(work))) reached.set(Number(work), Number(place))
    else if (token === 'all' && !hasSeenAll) hasSeenAll = true
    else if (isOpenedToken(token) && !opened.has(token)) opened.add(token)
    else return null
  }
  if (opened.size > MOST_OPENED) return null
  const progress = { changedAt: changedAt ?? 0, reached, hasSeenAll, opened: [...opened] }
  return isNone(progress) ? null : progress
}

/** Whether it says nothing, so that its reader sees what everybody sees. */
export const isNone = ({ reached, hasSeenAll, opened }: Progress) =>
  reached.size === 0 && !hasSeenAll && opened.length === 0

/**
 * The words of a progress in their one order: works by id, then what was opened. `LONGEST_PROGRESS` bounds them: what
 * was opened first is left out first.
 */
export function tokensOf(
  { changedAt, reached, hasSeenAll, opened }: Progress,
  longest = LONGEST_PROGRESS,
): string[] {
  const works = [...reached].sort(([a], [b]) => a - b).map(([work, place]) => `w${work}p${place}`)
  const kept = [...(changedAt > 0 ? [`t${changedAt.toString(36)}`] : []), ...(hasSeenAll ? ['all'] : [])]
  let left = longest - kept.join('~').length
  const fits = (token: string) => {
    left -= token.length + 1
    return left >= 0
  }
  const keptWorks = works.filter(fits)
  const keptOpened = opened.slice(-MOST_OPENED).reverse().filter(fits).reverse()
  return [
    ...kept.filter((token) => token !== 'all'),
    ...keptWorks,
    ...(hasSeenAll ? ['all'] : []),
    ...keptOpened,
  ]
}

/** The value of the cookie, in its one spelling; empty for none, which is to be forgotten. */
export function printProgress(progress: Progress, wiki: string): string {
  if (isNone(progress)) return ''
  return [wiki, ...tokensOf(progress, LONGEST_PROGRESS - wiki.length - 1)].join('~')
}
