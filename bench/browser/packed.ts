import { gunzipSync, gzipSync } from 'node:zlib'
import { type Answer, read } from '../answer'

/** An answer's bytes as gzip: as they came, or, where the server sent them plain, packed as it could have. */
export function packedSize(answer: Pick<Answer, 'headers' | 'body'>): number {
  return isPacked(answer) ? answer.body.byteLength : gzipSync(answer.body).byteLength
}

/** An answer's text, whether it came packed or plain. */
export const textOf = (answer: Pick<Answer, 'headers' | 'body'>): string =>
  (isPacked(answer) ? gunzipSync(answer.body) : answer.body).toString()

/** What these files weigh together, packed, in bytes. */
export async function packedSizes(urls: readonly string[]): Promise<number> {
  const answers = await Promise.all(urls.map((url) => read(url)))
  return answers.reduce((sum, answer) => sum + packedSize(answer), 0)
}

/** Did the server itself pack it as gzip? */
export const isPacked = ({ headers }: Pick<Answer, 'headers'>): boolean =>
  Object.entries(headers).some(
    ([name, value]) => name.toLowerCase() === 'content-encoding' && value === 'gzip',
  )
