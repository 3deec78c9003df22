import type { ReactNode } from 'react'
import { EditedLine } from '@/components/entries/EditedLine'
import { EntryTools } from '@/components/entries/EntryTools'
import { LicenceLine } from '@/components/entries/Licences'
import { ProtectionMark } from '@/components/entries/ProtectionMark'
import { talkTab } from '@/components/entries/talk-tab'
import { NoPicture } from '@/components/pictures/NoPicture'
import { Picture } from '@/components/pictures/Picture'
import { Empty } from '@/components/ui/Empty'
import { StaticHtml } from '@/components/ui/StaticHtml'
import { Tabs } from '@/components/ui/Tabs'
import { TitleList } from '@/components/ui/TitleList'
import { linksPath } from '@/lib/entries/paths'
import type { Uses } from '@/lib/files/loaders'
import type { FileView } from '@/lib/files/view'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { FileDetails } from './FileDetails'

interface Props {
  file: FileView
  /** Where it is used; left out on an old version. */
  uses?: Uses
  banner?: ReactNode
  /** How many threads about it are open; left out on an old version. */
  openThreads?: number
}

/** A picture's own page: the picture, what is said of it, and where it is used. */
export function FileSheet({ file, uses, banner, openThreads }: Props) {
  const { files, facts, reading } = messages()
  const { content, number, head } = file
  return (
    <StaticHtml as="main" className="sheet" id="text" data-entry={file.id}>
      {banner}
      <a className="eyebrow" href={paths.files()}>
        {files.numbered(number)}
      </a>
      <Whole file={file} />
      <h1 className="title small" dir="auto">
        {content.alternative}
      </h1>
      <ProtectionMark of={head} />
      <Tabs
        label={reading.tabs.label}
        tabs={[
          { label: files.one, path: paths.file(number), isCurrent: !banner },
          talkTab(paths.fileTalk(number), openThreads),
          { label: facts.history, path: paths.fileHistory(number) },
          { label: facts.edit, path: paths.editFile(number), isAction: true },
        ]}
      />
      <FileDetails file={file} />
      {uses && <UsedOn uses={uses} file={file} />}
      <footer className="foot">
        <p className="quiet">
          <EditedLine head={head} />
        </p>
        <LicenceLine of={[head]} />
        <EntryTools entry={head} />
      </footer>
    </StaticHtml>
  )
}

function Whole({ file: { picture } }: { file: FileView }) {
  const { files } = messages()
  if (!picture) return <NoPicture />
  return (
    <figure className="whole-picture">
      <a href={picture.whole} aria-label={files.whole}>
        <Picture picture={picture} sizes="(max-width: 46rem) 100vw, 42rem" isFirst />
      </a>
    </figure>
  )
}

function UsedOn({ uses: { pages, isCut }, file }: { uses: Uses; file: FileView }) {
  const { files } = messages()
  return (
    <section className="prose" aria-labelledby="used-on">
      <h2 id="used-on">{files.usedOn}</h2>
      {pages.length === 0 && <Empty>{files.notUsed}</Empty>}
      <TitleList pages={pages} />
      {isCut && <a href={linksPath(file.head, { kind: 'embeds' })}>{files.allUses}</a>}
    </section>
  )
}
