/** Sites of recordings, with how an address of theirs says a time. */
const TIMED: readonly [RegExp, (url: URL, seconds: number) => void][] = [
  [/(?:^|\.)(?:youtube\.com|youtu\.be)$/, (url, seconds) => url.searchParams.set('t', `${seconds}s`)],
  [/(?:^|\.)twitch\.tv$/, (url, seconds) => url.searchParams.set('t', `${seconds}s`)],
  [/(?:^|\.)(?:spotify\.com|soundcloud\.com)$/, (url, seconds) => url.searchParams.set('t', String(seconds))],
  [/(?:^|\.)dailymotion\.com$/, (url, seconds) => url.searchParams.set('start', String(seconds))],
  [/(?:^|\.)vimeo\.com$/, (url, seconds) => (url.hash = `t=${seconds}s`)],
]

/** Whether the page at an address is a recording: what is said in it is not written there. */
export const isRecording = (url: string): boolean =>
  /\.(?:mp[34]|m4[av]|webm|mov|ogg)$/i.test(new URL(url).pathname) ||
  TIMED.some(([hosts]) => hosts.test(new URL(url).hostname))

/** The address of a recording from a time like `12:34` or `1:02:03` on; as it is where there is none. */
export function linkToTime(url: string, locator: string | null): string {
  const [, hours, minutes, seconds] =
    /(?:^|\s)(?:(\d{1,2}):)?(\d{1,2}):(\d{2})(?:$|[\s,;–-])/.exec(locator ?? '') ?? []
  const address = new URL(url)
  const [, set] = TIMED.find(([hosts]) => hosts.test(address.hostname)) ?? []
  if (!set || seconds === undefined) return url
  set(address, Number(hours ?? 0) * 3_600 + Number(minutes) * 60 + Number(seconds))
  return address.href
}

/** How many words a text fragment names in full; of more it names the beginning and the end. */
const IN_FULL = 10
const AT_AN_END = 4

/** The address of a passage on a page by its words as they stand there (WICG, URL Fragment Text Directives). */
export function linkToWords(url: string, words: string): string {
  const all = words.split(/\s+/).filter(Boolean)
  const ends = [all.slice(0, AT_AN_END), all.slice(-AT_AN_END)].map((part) => part.join(' '))
  const directive = all.length <= IN_FULL ? escaped(words) : ends.map(escaped).join(',')
  return `${url}${url.includes('#') ? '' : '#'}:~:text=${directive}`
}

/** A dash, a comma and an ampersand would be read as syntax. */
const escaped = (text: string) => encodeURIComponent(text.trim()).replaceAll('-', '%2D')
