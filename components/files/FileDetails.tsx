import type { ReactNode } from 'react'
import { Details } from '@/components/entries/Details'
import { licenceInWords } from '@/lib/files/licence'
import type { FileView } from '@/lib/files/view'
import type { FileLicence } from '@/lib/kinds/schemas/file'
import { messages } from '@/lib/messages/messages'
import '@/components/styles/pictures.css'

/** What is said of a picture, line by line; unknown things are left out, but not the author and the licence. */
export function FileDetails({ file: { content, whole } }: { file: FileView }) {
  const { files } = messages()
  const labels = files.details
  const lines: [string, ReactNode][] = [
    [labels.author, content.author ?? <span className="quiet">{files.unknownAuthor}</span>],
    [labels.licence, <Licence key="licence" licence={content.licence} />],
    [labels.source, content.source && <Origin source={content.source} />],
    [labels.size, whole && `${files.size(whole.width, whole.height)} · ${files.bytes(whole.bytes)}`],
  ]
  return <Details lines={lines} />
}

function Licence({ licence }: { licence: FileLicence }) {
  const { name, url, isUnknown } = licenceInWords(licence)
  if (isUnknown) return <span className="licence-unknown">{name}</span>
  if (!url) return name
  return (
    <a href={url} rel="license noopener">
      {name}
    </a>
  )
}

/** Where it is from: a link where it is a web address. */
function Origin({ source }: { source: string }) {
  if (!/^https?:\/\/\S+$/i.test(source) || !URL.canParse(source)) return source
  return (
    <a href={source} rel="nofollow" className="out">
      {new URL(source).host}
    </a>
  )
}
