/** A text as it is compared, and for each of its UTF-16 units where in the original it comes from. */
export interface Folded {
  folded: string
  from: number[]
}

const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/
const QUOTES = /["'`´\u2018-\u201f\u2032-\u2037\u2039\u203a\u00ab\u00bb\u300c-\u300f\u301d-\u301f]/
const DASHES = /[\p{Pd}\u2212]/u

/**
 * Folds a text so that words are found however they are set: case, quotation marks, dashes with or without spaces, spaces
 * of any kind and number, ligatures and other compatible characters (NFKD), invisible characters.
 */
export function foldWords(text: string): Folded {
  const units: string[] = []
  const from: number[] = []
  const add = (unit: string, at: number) => {
    units.push(unit)
    from.push(at)
  }
  const drop = () => {
    units.pop()
    from.pop()
  }
  let at = 0
  for (const character of text) {
    if (/\s/.test(character)) {
      if (units.length > 0 && !/[ -]/.test(units.at(-1) ?? '')) add(' ', at)
    } else if (DASHES.test(character)) {
      if (units.at(-1) === ' ') drop()
      add('-', at)
    } else if (!UNSEEN.test(character)) for (const unit of foldedCharacter(character)) add(unit, at)
    at += character.length
  }
  if (units.at(-1) === ' ') drop()
  return { folded: units.join(''), from }
}

/** Its UTF-16 units. */
function foldedCharacter(character: string): string[] {
  if (QUOTES.test(character)) return ["'"]
  if (character <= '\u007f') return [character.toLowerCase()]
  return character.normalize('NFKD').toLowerCase().split('')
}
