import { Picture } from '@/components/pictures/Picture'
import { TitleList } from '@/components/ui/TitleList'
import type { Tile } from '@/lib/pages/tiles'
import { initialsOf } from '@/lib/text/initials'
import '@/components/styles/tiles.css'

/** Pages with their pictures and introductions, or in a long list by their titles alone. */
export function TilesOrTitles({ tiles, hasTiles }: { tiles: readonly Tile[]; hasTiles: boolean }) {
  if (hasTiles) return <Tiles tiles={tiles} />
  return (
    <div className="columns">
      <TitleList pages={tiles} />
    </div>
  )
}

/** Pages with their pictures and introductions, in as many columns as there is room for. */
function Tiles({ tiles }: { tiles: readonly Tile[] }) {
  return (
    <ul className="tiles">
      {tiles.map((tile) => (
        <li key={tile.id}>
          <Thumb tile={tile} />
          <div dir="auto">
            <a href={tile.path}>{tile.label}</a>
            {tile.summary && <small>{tile.summary}</small>}
          </div>
        </li>
      ))}
    </ul>
  )
}

/** Pages by their pictures, with their titles below. */
export function Gallery({ tiles }: { tiles: readonly Tile[] }) {
  return (
    <ul className="gallery">
      {tiles.map((tile) => (
        <li key={tile.id}>
          <a href={tile.path}>
            <Thumb tile={tile} />
            <span dir="auto">{tile.label}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

/** A page's picture in small, or its number, or the letters of its title. What it shows is told by the title beside it. */
function Thumb({ tile: { picture, label, number } }: { tile: Tile }) {
  return (
    <span className={picture ? 'thumb' : 'thumb who'} aria-hidden="true">
      {picture ? (
        <Picture picture={{ ...picture, alternative: '' }} sizes="12rem" isCut />
      ) : (
        (number ?? initialsOf(label))
      )}
    </span>
  )
}
