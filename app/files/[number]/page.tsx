import type { Metadata } from 'next'
import { ClosedEntry } from '@/components/entries/ClosedEntry'
import { DeletedEntry } from '@/components/entries/DeletedEntry'
import { FileSheet } from '@/components/files/FileSheet'
import { StructuredData } from '@/components/sharing/StructuredData'
import { Notice } from '@/components/ui/Notice'
import { loadNumberedDeletion } from '@/lib/entries/deletion'
import { loadFile, loadUses } from '@/lib/files/loaders'
import { readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { sharedName } from '@/lib/sharing/entries'
import { headOf } from '@/lib/sharing/heads'
import { fileData } from '@/lib/sharing/json-ld/file'
import { loadOpenThreads } from '@/lib/talk/loaders'

interface Props {
  params: Promise<{ number: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { number } = await readSegments(params)
  const file = await loadFile(number)
  if (file && 'closed' in file)
    return { title: messages().reading.closedEntry.title, robots: { index: false } }
  if (!file) return { title: messages().files.missing(number), robots: { index: false } }
  return headOf({
    ...{ title: file.content.alternative, path: paths.file(file.number), canBeEmbedded: true },
    picture: sharedName('file', file.number, 'png'),
  })
}

export default async function FilePage({ params }: Props) {
  const { files } = messages()
  const { number } = await readSegments(params)
  const file = await loadFile(number)
  if (file && 'closed' in file) return <ClosedEntry closed={file.closed} />
  if (file)
    return (
      <>
        <FileSheet file={file} uses={await loadUses(file.id)} openThreads={await loadOpenThreads(file.id)} />
        <StructuredData data={fileData(file)} />
      </>
    )
  const deletion = await loadNumberedDeletion('file', number)
  if (deletion) return <DeletedEntry deletion={deletion} />
  return (
    <Notice
      title={files.missing(number)}
      lead={files.missingHelp}
      actions={[{ label: files.all, path: paths.files() }]}
    />
  )
}
