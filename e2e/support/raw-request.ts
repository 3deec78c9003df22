import { request } from 'node:http'

/** Asks for exactly this target: a browser and `fetch` would tidy it up first. */
export function ask(path: string, method = 'GET', headers: Record<string, string> = {}) {
  const { hostname, port } = new URL(process.env.STORIES_ADDRESS ?? '')
  return new Promise<{ status: number | undefined; location: string | undefined }>((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers }, (answer) => {
      answer.resume()
      answer.once('end', () => resolve({ status: answer.statusCode, location: answer.headers.location }))
    })
    sent.once('error', reject)
    sent.end()
  })
}
