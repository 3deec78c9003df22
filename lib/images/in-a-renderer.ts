/**
 * The library of pictures as a renderer may use it: one thread, nothing kept, and of all formats only those of our own
 * making: the sizes of pictures, and the drawing that the picture of a link is made of. What others sent is decoded in a
 * process of its own. Loaded when it is first needed.
 */
export async function pictureLibrary() {
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  sharp.concurrency(1)
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: ['VipsForeignLoadWebp', 'VipsForeignLoadSvg'] })
  return sharp
}

/** A WebP picture that was made here (`make-sizes.ts`), cut to fill so many pixels, as JPEG. */
export async function asSmallJpeg(webp: Buffer, { width, height }: { width: number; height: number }) {
  const sharp = await pictureLibrary()
  return sharp(webp)
    .resize(width, height, { fit: 'cover' })
    .flatten({ background: '#ffffff' })
    .jpeg()
    .toBuffer()
}
