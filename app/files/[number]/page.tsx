import type { Metadata } from 'next'
import { DeletedEntry } from '@/components/entries/DeletedEntry'
import { FileSheet } from '@/components/files/FileSheet'
import { Notice } from '@/components/ui/Notice'
import { loadNumberedDeletion } from '@/lib/entries/deletion'
import { loadFile, loadUses } from '@/lib/files/loaders'
import { readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'

interface Props {
  params: Promise<{ number: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { number } = await readSegments(params)
  const file = await loadFile(number)
  return file
    ? { title: file.content.alternative }
    : { title: messages().files.missing(number), robots: { index: false } }
}

export default async function FilePage({ params }: Props) {
  const { files } = messages()
  const { number } = await readSegments(params)
  const file = await loadFile(number)
  if (file) return <FileSheet file={file} uses={await loadUses(file.id)} />
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
