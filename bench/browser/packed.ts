import { gunzipSync, gzipSync } from 'node:zlib'
import { type Answer, read } from '../answer'

/** The size of a response as gzip: as received, or, where the server sent it uncompressed, compressed here. */
export function packedSize(answer: Pick<Answer, 'headers' | 'body'>): number {
  return isPacked(answer) ? answer.body.byteLength : gzipSync(answer.body).byteLength
}

/** A response's text, whether it was compressed or not. */
export const textOf = (answer: Pick<Answer, 'headers' | 'body'>): string =>
  (isPacked(answer) ? gunzipSync(answer.body) : answer.body).toString()

/** The total size of these files, compressed, in bytes. */
export async function packedSizes(urls: readonly string[]): Promise<number> {
  const answers = await Promise.all(urls.map((url) => read(url)))
  return answers.reduce((sum, answer) => sum + packedSize(answer), 0)
}

/** Whether the server itself compressed it as gzip. */
export const isPacked = ({ headers }: Pick<Answer, 'headers'>): boolean =>
  Object.entries(headers).some(
    ([name, value]) => name.toLowerCase() === 'content-encoding' && value === 'gzip',
  )
