import sharp from 'sharp'

/** Pixels that look like a photograph: large soft shapes, other ones for another `seed`. */
export function photograph(width: number, height: number, seed = 1) {
  const pixels = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [u, v] = [x / width, y / height]
      const at = (y * width + x) * 3
      for (let channel = 0; channel < 3; channel += 1) {
        const wave =
          Math.sin(seed * 7 * u + channel) + Math.cos(seed * 5 * v - channel) + Math.sin(9 * u * v * seed)
        pixels[at + channel] = Math.round(128 + 40 * wave)
      }
    }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
}
