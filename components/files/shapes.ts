import type { Crop, Focus } from '@/lib/kinds/schemas/file'

interface Size {
  width: number
  height: number
}

/** The shapes of a part that are offered: width to height. */
export const shapes = { square: 1, wide: 16 / 9, tall: 3 / 4 } as const

export type Shape = keyof typeof shapes

/** The largest part of a picture in a shape, around a point of it as far as it lies inside; in whole pixels. */
export function partOf({ width, height }: Size, shape: Shape, focus: Focus | null): Crop {
  const ratio = shapes[shape]
  const size = {
    width: Math.max(1, Math.round(Math.min(width, height * ratio))),
    height: Math.max(1, Math.round(Math.min(height, width / ratio))),
  }
  const start = (share: number, all: number, part: number) =>
    Math.round(Math.min(Math.max((share / 100) * all - part / 2, 0), all - part))
  return {
    x: start(focus?.x ?? 50, width, size.width),
    y: start(focus?.y ?? 50, height, size.height),
    ...size,
  }
}

/** The point of a picture, in whole per cent, at a place of the box that it is drawn in. */
export function pointAt(
  place: { x: number; y: number },
  box: { left: number; top: number; width: number; height: number },
): Focus {
  const share = (at: number, start: number, all: number) =>
    all > 0 ? Math.min(100, Math.max(0, Math.round(((at - start) / all) * 100))) : 50
  return { x: share(place.x, box.left, box.width), y: share(place.y, box.top, box.height) }
}
