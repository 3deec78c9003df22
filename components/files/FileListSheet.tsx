import { Picture } from '@/components/pictures/Picture'
import { Empty } from '@/components/ui/Empty'
import { Pager } from '@/components/ui/Pager'
import { StaticHtml } from '@/components/ui/StaticHtml'
import { licenceInShort } from '@/lib/files/licence'
import type { FileList } from '@/lib/files/loaders'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'

/** How many pictures are in sight before anybody scrolls, on a wide screen. */
const IN_SIGHT = 4

/** All pictures, newest first. */
export function FileListSheet({ list }: { list: FileList }) {
  const { files } = messages()
  const add = { label: files.add, path: paths.newFile() }
  return (
    <StaticHtml as="main" className="sheet wide" id="text">
      <h1 className="title">{files.all}</h1>
      <p className="lead">{files.allLead}</p>
      {list.pictures.length === 0 ? (
        <Empty action={add}>{files.empty}</Empty>
      ) : (
        <p className="actions">
          <a className="btn" href={add.path}>
            {add.label}
          </a>
        </p>
      )}
      <ul className="picture-grid">
        {list.pictures.map((picture, place) => (
          <li key={picture.number}>
            <a href={picture.path}>
              <span className="shape">
                <Picture picture={picture} sizes="12rem" isCut isFirst={place < IN_SIGHT} />
              </span>
              <span className="called" dir="auto" aria-hidden="true">
                {picture.alternative}
              </span>
              <span className="quiet">{licenceInShort(picture.licence)}</span>
            </a>
          </li>
        ))}
      </ul>
      <Pager
        first={list.isFirst ? null : paths.files()}
        next={list.next === null ? null : paths.files({ after: list.next })}
      />
    </StaticHtml>
  )
}
