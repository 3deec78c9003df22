/**
 * Two names that look alike share a skeleton. The idea is UTS #39's; the table holds the common cases among Latin,
 * Cyrillic and Greek, for text that is already in lower case, so a capital's look counts too (Cyrillic В looks like B).
 * Where upper and lower case look different (Greek Ν and ν) one of them had to be chosen. In doubt a name is refused: a
 * name is chosen once, an impostor causes harm every day.
 */
const lookAlikes: Record<string, string> = {
  // Latin, digits and signs: capital I, small l and 1 are the same.
  a: 'ɑ',
  b: 'ƅɓ',
  c: 'ƈ',
  d: 'ɗ',
  e: 'ɛ',
  f: 'ƒſ',
  g: 'ɡ',
  h: 'ɦ',
  i: 'ıl1|!ɩǀ',
  j: 'ȷ',
  k: 'ƙ',
  o: '0ø',
  p: 'ƥ',
  s: '5$ƽ',
  t: 'ƭ',
  y: 'ƴ',
  z: 'ƶ',
}

const otherAlphabets: Record<string, string> = {
  // Cyrillic
  а: 'a',
  в: 'b',
  г: 'r',
  е: 'e',
  з: '3',
  и: 'n',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  п: 'n',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  ш: 'w',
  ь: 'b',
  ѕ: 's',
  і: 'i',
  ј: 'j',
  ѵ: 'v',
  һ: 'h',
  ӏ: 'i',
  ү: 'y',
  ԁ: 'd',
  ԛ: 'q',
  ԝ: 'w',
  // Greek
  α: 'a',
  β: 'b',
  γ: 'y',
  ε: 'e',
  ζ: 'z',
  η: 'n',
  ι: 'i',
  κ: 'k',
  μ: 'm',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  σ: 'o',
  ς: 'c',
  τ: 't',
  υ: 'u',
  χ: 'x',
  ω: 'w',
}

const table = new Map(Object.entries(otherAlphabets))
for (const [plain, others] of Object.entries(lookAlikes)) for (const other of others) table.set(other, plain)

/** Two letters that look like one in most fonts. */
const pairs: [RegExp, string][] = [
  [/rn/g, 'm'],
  [/vv/g, 'w'],
]

/**
 * The skeleton of a name: compatibility forms resolved, without case, look-alikes as one letter, spaces and punctuation
 * between words left out. Names with equal skeletons can be mistaken for each other.
 */
export function confusableSkeleton(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase().normalize('NFKD')
  const letters = [...folded].map((letter) => table.get(letter) ?? letter).join('')
  const joined = pairs.reduce((so, [pair, one]) => so.replace(pair, one), letters)
  // A name that consists of marks keeps them, so that no skeleton is empty.
  return joined.replace(/[\s\p{Pd}\p{Pc}.·'’]+/gu, '').normalize('NFKC') || joined
}
