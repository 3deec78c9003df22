/** The sides of the small picture that a likeness is computed from: nine pixels have eight differences. */
export const SAMPLED = 9

/** Differences of brightness (0-255) up to this one are noise. */
const NOISE = 3
/** With fewer differences than this beyond the noise, of 128, a picture looks like too many others. */
const FEWEST_FEATURES = 12

/** Likenesses of pictures that look alike differ in at most this many of their 128 bits. */
export const ALIKE_BITS = 8

/**
 * The likeness of a picture: 128 bits in hexadecimal that are almost the same after it was scaled, encoded again, or made
 * a little brighter. `pixels` are 9 × 9 of it, three bytes (red, green, blue) each. One bit says whether the brightness
 * rises from a pixel to its neighbour on the right, or below: a difference hash in both directions. Null for a picture
 * without features, like one of a single colour.
 */
export function likenessOf(pixels: Uint8Array): string | null {
  const grey = Array.from({ length: SAMPLED * SAMPLED }, (_, at) => brightness(pixels, at * 3))
  const of = (x: number, y: number) => grey[y * SAMPLED + x] ?? 0
  const places = Array.from({ length: 64 }, (_, at) => [at % 8, at >> 3] as const)
  const rises = [
    ...places.map(([x, y]) => of(x + 1, y) - of(x, y)),
    ...places.map(([x, y]) => of(x, y + 1) - of(x, y)),
  ]
  if (rises.filter((rise) => Math.abs(rise) > NOISE).length < FEWEST_FEATURES) return null
  const bits = rises.map((rise) => (rise > NOISE ? '1' : '0')).join('')
  return (bits.match(/.{4}/g) ?? []).map((four) => Number.parseInt(four, 2).toString(16)).join('')
}

/** The average colour of the same pixels, like `#a1b2c3`. */
export function averageColour(pixels: Uint8Array): string {
  const count = pixels.length / 3
  const channels = [0, 1, 2].map((channel) => {
    let sum = 0
    for (let at = channel; at < pixels.length; at += 3) sum += pixels[at] ?? 0
    return Math.round(sum / count)
  })
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

/** Relative weights of red, green and blue in brightness (ITU-R BT.709). */
const brightness = (pixels: Uint8Array, at: number) =>
  0.2126 * (pixels[at] ?? 0) + 0.7152 * (pixels[at + 1] ?? 0) + 0.0722 * (pixels[at + 2] ?? 0)
