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

function fold(comment: HTMLElement): void {
  const said = comment.lastElementChild
  const name = comment.querySelector('header bdi')?.textContent ?? ''
  if (!said) return
  const details = make('details', { class: 'muted-words' }, make('summary', {}, texts.muted(name)))
  details.append(...said.childNodes)
  said.append(details)
}
