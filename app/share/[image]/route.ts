import { ImageResponse } from 'next/og'
import { createElement } from 'react'
import { LinkPictureSheet } from '@/components/sharing/LinkPictureSheet'
import { pictureLibrary } from '@/lib/images/in-a-renderer'
import { readSegments } from '@/lib/input/address'
import { missingAs } from '@/lib/sharing/missing'
import { loadLinkPicture } from '@/lib/sharing/picture/link-picture'
import { LINK_PICTURE } from '@/lib/sharing/picture/size'

/** The picture that other sites show beside a link to an entry, or to the wiki. */
export async function GET(_: Request, { params }: { params: Promise<{ image: string }> }): Promise<Response> {
  const { image } = await readSegments(params)
  const picture = await loadLinkPicture(image)
  if (!picture) return missingAs('text')
  await pictureLibrary()
  const fonts = picture.fonts.files.map((file) => ({ ...file, data: new Uint8Array(file.data).buffer }))
  return new ImageResponse(createElement(LinkPictureSheet, { picture }), { ...LINK_PICTURE, fonts })
}
