import { visitor as texts } from '#texts/visitor'
import { make } from './make'

/** Folds the comments of whom this reader has muted; those that are folded and no longer muted are as they were. */
export function foldMuted(muted: readonly number[]): void {
  for (const folded of document.querySelectorAll<HTMLElement>('.cm details.muted-words')) {
    folded.querySelector('summary')?.remove()
    folded.replaceWith(...folded.childNodes)
  }
  for (const id of muted)
    for (const comment of document.querySelectorAll<HTMLElement>(`.cm[data-author="${id}"]`)) fold(comment)
}

/** For so long its author may change a comment, in milliseconds: as in `lib/talk/own-comment.ts`. */
const EDITED_WITHIN: typeof import('@/lib/talk/own-comment').EDITED_WITHIN = 3_600_000

/** Marks the comments of whoever reads: they may change them for a while, and nobody reports or mutes themselves. */
export function markOwn(id: number | null): void {
  for (const comment of document.querySelectorAll<HTMLElement>('.cm[data-author]')) {
    const isOwn = Number(comment.dataset.author) === id
    const written = Date.parse(comment.querySelector('time')?.dateTime ?? '')
    comment.toggleAttribute('data-own', isOwn)
    comment.toggleAttribute('data-fresh', isOwn && Date.now() - written < EDITED_WITHIN)
  }
}

function fold(comment: HTMLElement): void {
  const said = comment.lastElementChild
  const name = comment.querySelector('header bdi')?.textContent ?? ''
  if (!said) return
  const details = make('details', { class: 'muted-words' }, make('summary', {}, texts.muted(name)))
  details.append(...said.childNodes)
  said.append(details)
}
