import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { loadSite } from '@/lib/wiki/site'

export const dynamic = 'force-dynamic'

/** What a phone needs to keep the wiki on its home screen (W3C, Web Application Manifest). */
export async function GET(): Promise<Response> {
  const { name, sentence } = await loadSite()
  const { tag, direction } = messages().language
  const drawn = { src: paths.touchIcon(), sizes: '512x512', type: 'image/png' }
  return new Response(
    JSON.stringify({
      name,
      short_name: name,
      description: sentence,
      lang: tag,
      dir: direction,
      id: paths.home(),
      start_url: paths.home(),
      display: 'browser',
      background_color: '#fdfcf9',
      theme_color: '#fdfcf9',
      icons: [
        { src: paths.icon(), sizes: 'any', type: 'image/svg+xml' },
        { ...drawn, purpose: 'any' },
        { ...drawn, purpose: 'maskable' },
      ],
    }),
    { headers: { 'content-type': 'application/manifest+json' } },
  )
}
