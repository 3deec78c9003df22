import { pathOfRandomPage } from '@/lib/pages/random'

/** Leads to any page of the wiki, another one each time. */
export async function GET(): Promise<Response> {
  const location = await pathOfRandomPage(Math.random())
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'private, no-store' } })
}
