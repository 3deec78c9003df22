import type { Block } from '@/lib/content/document'
import { textOfDocument } from '@/lib/content/plain-text'
import type { PageView } from './compose'
import { plateOf } from './plate'

/** A lead of fewer words says too little by itself. */
const FEWEST_WORDS = 20

/**
 * Whether a page is offered to search engines: it has two of these at least: a lead of 20 words; facts; a picture; more
 * text, or pages and facts that name it. Who comes for less is disappointed.
 */
export function saysEnough(page: PageView): boolean {
  const says = [
    wordsIn(page.lead) >= FEWEST_WORDS,
    page.facts.length > 0 || page.listed.size > 0,
    plateOf(page.infobox) !== null || page.pictures.size > 0,
    page.body.length > 0 || page.members.length > 0 || page.ends.length > 0 || page.said !== null,
  ]
  return says.filter(Boolean).length >= 2
}

const wordsIn = (lead: readonly Block[]) =>
  textOfDocument({ content: lead }).split(/\s+/).filter(Boolean).length
