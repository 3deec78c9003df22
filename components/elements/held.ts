import { paths } from '@/lib/routes'
import { parsed } from './dress'

/** Puts the words of a reader's held comment below the note that says so, where they will stand. */
export async function showWords(note: HTMLElement, id: number): Promise<void> {
  const answer = await fetch(paths.comment(id))
  const said = answer.ok ? parsed(await answer.text()).querySelector('.cm-own .say') : null
  if (said) note.append(document.adoptNode(said))
}
