import { added, fileContent, pageContent, publishNow } from '@/lib/changesets/testing'
import type { Block } from '@/lib/content/document'
import { paths } from '@/lib/routes'
import type { Person } from './people'

/**
 * Writes a page that shows these stored pictures, each a file of its own, with some words after each, and the same page
 * without them; gives their addresses.
 */
export async function writeIllustratedPage(
  person: Person,
  sha256s: readonly string[],
): Promise<{ illustrated: string; bare: string }> {
  const [title, bareTitle] = ['A page with many pictures', 'The same page without pictures']
  const files = await Promise.all(
    sha256s.map((sha256, at) =>
      publishNow(person.actor, added('file', fileContent(sha256, `Picture ${at + 1} of a page`))),
    ),
  )
  const words = pageContent(title, Object.fromEntries(sha256s.map((_, at) => [`w${at}`, WORDS])))
  const blocks = files.flatMap(({ entries: [file] }, at): Block[] => {
    const image: Block = {
      type: 'image',
      attrs: { id: `i${at}`, file: file?.id ?? 0, place: 'plain' },
      content: [{ type: 'text', text: 'What it shows, in a few words.' }],
    }
    return [image, ...words.body.content.slice(at, at + 1)]
  })
  await publishNow(
    person.actor,
    added('page', { ...words, kind: 'theme', body: { type: 'doc', content: blocks } }),
  )
  await publishNow(person.actor, added('page', { ...words, title: bareTitle, kind: 'theme' }))
  return { illustrated: paths.page(title), bare: paths.page(bareTitle) }
}

const WORDS = 'Somebody said something that is worth knowing about how the series was made. '.repeat(4)
