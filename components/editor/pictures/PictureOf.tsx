'use client'
import { useReferences } from '@/components/editor/citations/references'
import { messages } from '@/lib/messages/messages'

/** A file's picture where something is written, by its id; its name where the picture is not known. */
export function PictureOf({ file }: { file: number }) {
  const named = useReferences().nameOf(file)
  if (!named?.picture) return <p className="no-picture">{named?.label ?? messages().files.gone}</p>
  const { address, width, height } = named.picture
  return <img src={address} width={width} height={height} alt={named.label} />
}
