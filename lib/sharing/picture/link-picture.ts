import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import type { AddressText } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadSharedEntry, readSharedName } from '@/lib/sharing/entries'
import { shorten } from '@/lib/text/shorten'
import { loadSite } from '@/lib/wiki/site'
import { drawable, type Fonts, pictureFonts } from './fonts'
import { photographOf } from './photograph'
import { PHOTOGRAPH, WHOLE } from './size'

/** What stands on the picture of a link; texts that no font here can show are replaced or left out. */
export interface LinkPicture {
  eyebrow: string
  words: string
  detail: string
  wiki: string
  /** The address of a picture's own bytes. */
  photograph: string | null
  fonts: Fonts
}

const MOST = { eyebrow: 60, words: 300, detail: 150, wiki: 60 }

/** The picture by its name, `fact-17.png`; null where there is nothing that everybody may read. */
export async function loadLinkPicture(name: AddressText): Promise<LinkPicture | null> {
  const fonts = pictureFonts()
  const site = await loadSite()
  if (name === WHOLE)
    return linkPicture({ eyebrow: '', words: site.name, detail: site.sentence, wiki: '' }, null, fonts)
  const shared = readSharedName(name)
  if (shared?.ending !== 'png') return null
  const entry = await loadSharedEntry(shared)
  if (!entry) return null
  recordDependency(tags.settings)
  const photograph = entry.picture && (await photographOf(entry.picture, PHOTOGRAPH))
  const { eyebrow, words, detail } = entry
  return linkPicture({ eyebrow, words, detail: detail ?? '', wiki: site.name }, photograph, fonts)
}

function linkPicture(
  said: Pick<LinkPicture, 'eyebrow' | 'words' | 'detail' | 'wiki'>,
  photograph: string | null,
  fonts: Fonts,
): LinkPicture {
  const shown = (part: keyof typeof MOST) => drawable(shorten(said[part], MOST[part]), fonts)
  const wiki = shown('wiki') ?? ''
  const instead = () => drawable(messages().sharing.readItHere, fonts) ?? ''
  return {
    eyebrow: shown('eyebrow') ?? '',
    words: shown('words') ?? instead(),
    detail: shown('detail') ?? '',
    wiki,
    photograph,
    fonts,
  }
}
