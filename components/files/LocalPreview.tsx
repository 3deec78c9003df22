'use client'
import { useEffect, useRef } from 'react'
import { messages } from '@/lib/messages/messages'

/** The longest side of the preview, in pixels. */
const LARGEST = 640

/** The chosen picture before the wiki has it. It is drawn: the page's policy shows no pictures from elsewhere. */
export function LocalPreview({ file }: { file: File }) {
  const canvas = useRef<HTMLCanvasElement>(null)

  useEffect(() => {
    let isOver = false
    createImageBitmap(file)
      .then((bitmap) => {
        const { current } = canvas
        if (isOver || !current) return bitmap.close()
        const scale = Math.min(1, LARGEST / Math.max(bitmap.width, bitmap.height))
        current.width = Math.max(1, Math.round(bitmap.width * scale))
        current.height = Math.max(1, Math.round(bitmap.height * scale))
        current.getContext('2d')?.drawImage(bitmap, 0, 0, current.width, current.height)
        bitmap.close()
      })
      // What is no picture is refused by the wiki, with the reason.
      .catch(() => {})
    return () => {
      isOver = true
    }
  }, [file])

  return (
    <canvas
      ref={canvas}
      className="local-preview"
      width={0}
      height={0}
      role="img"
      aria-label={messages().files.form.preview}
    />
  )
}
