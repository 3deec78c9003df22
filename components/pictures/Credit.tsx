import { licenceInShort } from '@/lib/files/licence'
import type { Picture } from '@/lib/files/picture'

/** Who made a picture and its licence, on a small line that leads to its own page. */
export function Credit({ picture: { author, licence, path } }: { picture: Picture }) {
  return (
    <small className="credit">
      <a href={path}>{[author, licenceInShort(licence)].filter(Boolean).join(', ')}</a>
    </small>
  )
}
