/** In CSS pixels: between the text and a card, around a card, and how wide it is. */
const GAP = 24
const EDGE = 12
const NARROWEST = 232
const WIDEST = 320
/** The header, which stays at the top. */
const HEADER = 72
/** How far below its link a card may stand, as a share of the window, where an infobox is beside the link. */
const FAR = 0.45

/**
 * Puts a card into the margin at the height of its link, with a line that joins them; where there is no room, or the
 * infobox has it, it is a sheet at the foot of the window. What is read stays in sight.
 */
export function place(card: HTMLElement, anchor: HTMLElement): void {
  const line = anchor.getBoundingClientRect()
  const top = isBeside(card, anchor, line) ? heightFor(card, anchor, line) : null
  if (top === null) {
    asSheet(card, line)
    return
  }
  card.classList.add('in-margin')
  card.style.top = `${top + scrollY}px`
  card.style.setProperty('--at', `${line.top + line.height / 2 - top}px`)
}

/** Gives the card its place beside the column; false where there is no room. */
function isBeside(card: HTMLElement, anchor: HTMLElement, line: DOMRect): boolean {
  const column = anchor.closest('.head, .body, main')?.getBoundingClientRect() ?? line
  const isRtl = getComputedStyle(document.documentElement).direction === 'rtl'
  const width = document.documentElement.clientWidth
  const room = (isRtl ? column.left : width - column.right) - GAP - EDGE
  if (room < NARROWEST) return false
  const wide = Math.min(room, WIDEST)
  card.style.width = `${wide}px`
  card.style.left = `${isRtl ? column.left - GAP - wide : column.right + GAP}px`
  return true
}

/** How far from the top of the window the card stands; null where the infobox has the place. */
function heightFor(card: HTMLElement, anchor: HTMLElement, line: DOMRect): number | null {
  const { offsetHeight } = card
  const highest = Math.max(HEADER, Math.min(line.top - EDGE, innerHeight - offsetHeight - EDGE))
  const side = document.querySelector('.frame > .side')
  const box = side && !side.contains(anchor) ? side.getBoundingClientRect() : null
  const isFree = !box || box.bottom < highest || box.top > highest + offsetHeight || box.height === 0
  if (isFree) return highest
  const below = box.bottom + GAP
  return below - line.top < innerHeight * FAR && below + offsetHeight < innerHeight ? below : null
}

/** A sheet covers the foot of the window: its link is brought above it. */
function asSheet(card: HTMLElement, line: DOMRect): void {
  card.style.left = ''
  card.style.width = ''
  card.classList.add('is-sheet')
  const above = card.getBoundingClientRect().top - EDGE
  if (line.bottom > above) scrollBy({ top: line.bottom - above, behavior: 'instant' })
}
