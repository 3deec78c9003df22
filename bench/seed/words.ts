import type { Random } from './random'

/** What English is made of most: search leaves most of these out, as it does in any wiki. */
const SMALL =
  'the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one you were her all she there would their we him been has when who will more no if out so said what up its about into than them can only other new some could time these two may then do'
/** What a wiki about a series talks of. */
const TRADE =
  'season episode series scene story character actor director interview first book volume page script set filming role cast music song film school friend family house night summer winter letter town road river light colour voice story writer artist drawing chapter costume camera table window morning dinner party train beach storm island harbour lantern tide hollow crown mirror garden winter clock forest bridge captain teacher doctor sister brother mother father neighbour rival crew studio network channel magazine podcast premiere finale trailer poster award nomination audience critic review fan theory symbol theme motif arc plot twist reveal flashback dream promise secret journey return farewell'

const SYLLABLES = [...'bdfghjklmnprstvwz'].flatMap((one) => [...'aeiou'].map((other) => one + other))

const COMMON = [...SMALL.split(' '), ...TRADE.split(' ')]
/** How many different words there are; the rarer half is met a few times in the largest wiki. */
const VOCABULARY = 40_000

/** A word that is nobody else's: three syllables for the first half a million, then four. */
export function properWord(index: number): string {
  const base = SYLLABLES.length
  const room = base ** 3
  // 40,503 and the room have no divisor in common, so that no two get the same place.
  const scattered = (index * 40_503) % room
  const parts = [scattered % base, Math.floor(scattered / base) % base, Math.floor(scattered / base ** 2)]
  const more = Math.floor(index / room)
  return [...parts, ...(more > 0 ? [more % base] : [])].map((at) => SYLLABLES[at]).join('')
}

export const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** The word of this rank: how often a word is met falls with its rank, as it does in every language (Zipf's law). */
const WORDS = Array.from({ length: VOCABULARY }, (_, rank) => COMMON[rank] ?? `${properWord(rank)}s`)
const wordOf = (rank: number) => WORDS[rank] ?? ''

const word = (random: Random) => wordOf(Math.floor(VOCABULARY ** random.next()) - 1)

/** One sentence of about so many words. */
export function sentence(random: Random, length: number): string {
  const words = Array.from({ length: Math.max(3, length - 3 + random.upTo(7)) }, () => word(random))
  return `${capital(words.join(' '))}.`
}

/** A few sentences. */
export const sentences = (random: Random, count: number) =>
  Array.from({ length: count }, () => sentence(random, 14)).join(' ')

/** A sentence in a script without spaces. */
export const UNSPACED = '駅前の古い販売店で青い傘を買った。'

/** Words that a reader might look for: the most frequent that search does not leave out, the middling, and the rare. */
export const searchedWords = {
  frequent: ['season', 'episode', 'series', 'scene', 'story'],
  middling: [1_000, 2_000, 4_000].map(wordOf),
  rare: [20_000, 30_000, 39_000].map(wordOf),
  unspaced: ['販売店', '古い販売', '青い傘', '駅前', '傘'],
}
