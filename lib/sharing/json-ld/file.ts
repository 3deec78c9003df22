import type { ImageObject } from 'schema-dts'
import { licenceInWords } from '@/lib/files/licence'
import type { FileView } from '@/lib/files/view'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { at, crumbsOf, graphOf, theWiki } from './parts'

/** A picture, with who made it and under which licence it is. */
export function fileData({ number, content, picture, whole }: FileView) {
  const path = paths.file(number)
  const { author, licence, alternative } = content
  const { url } = licenceInWords(licence)
  const image: ImageObject = {
    '@type': 'ImageObject',
    '@id': at(path),
    url: at(path),
    name: alternative,
    ...(picture && { contentUrl: at(picture.whole) }),
    ...(whole && { width: String(whole.width), height: String(whole.height) }),
    ...(author && { creditText: author, creator: { '@type': 'Person', name: author } }),
    ...(url && { license: url }),
    isPartOf: theWiki(),
  }
  const { all } = messages().files
  return graphOf(image, crumbsOf(path, { label: all, path: paths.files() }, { label: alternative, path }))
}
