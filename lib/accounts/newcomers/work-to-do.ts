/** Work for a browser: to find a number for which the hash of challenge and number begins with so many zero bits. */
export interface Work {
  challenge: string
  bits: number
}

/** Whether a hash begins with so many zero bits, 32 at most. */
export function isWorkDone(hash: Uint8Array, bits: number): boolean {
  const first = new DataView(hash.buffer, hash.byteOffset).getUint32(0)
  return bits === 0 || first >>> (32 - bits) === 0
}

/**
 * Does the work (SHA-256), and gives challenge and number with a colon between. The hashes are made outside of the
 * page's thread, which stays free. Null where the browser has none (a page without https), or is told to stop.
 */
export async function doWork({ challenge, bits }: Work, signal: AbortSignal): Promise<string | null> {
  const { subtle } = globalThis.crypto
  if (!subtle) return null
  const encoder = new TextEncoder()
  const AT_ONCE = 200
  for (let from = 0; !signal.aborted; from += AT_ONCE) {
    const tries = Array.from({ length: AT_ONCE }, (_, at) => `${challenge}:${from + at}`)
    const hashes = await Promise.all(tries.map((one) => subtle.digest('SHA-256', encoder.encode(one))))
    const found = hashes.findIndex((hash) => isWorkDone(new Uint8Array(hash), bits))
    if (found !== -1) return tries[found] ?? null
  }
  return null
}
