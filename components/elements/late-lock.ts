import { make } from './make'

/**
 * Sends the report of a button of the form `late-lock`, and shows in the button's place what the wiki answers. Throws
 * without an answer.
 */
export async function report(button: HTMLButtonElement): Promise<void> {
  const { form } = button
  if (!form) return
  const answer = await fetch(form.action, {
    method: 'POST',
    headers: { accept: 'text/plain' },
    body: new URLSearchParams({ [button.name]: button.value }),
  })
  const note = make('span', { class: 'quiet', role: 'status', tabindex: '-1' }, await answer.text())
  button.replaceWith(note)
  note.focus({ preventScroll: true })
}
