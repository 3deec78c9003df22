import type { NextRequest } from 'next/server'
import { currentActor } from '@/lib/accounts/sessions/session'
import { suggest, suggestCategories } from '@/lib/editing/suggest'
import { readScopeOf } from '@/lib/policy/policy'

export async function GET(request: NextRequest) {
  const { searchParams } = request.nextUrl
  const within = readScopeOf(await currentActor())
  const [text, kinds] = [searchParams.get('q') ?? '', searchParams.get('kinds')]
  if (kinds === 'category') return Response.json(await suggestCategories(within, text))
  return Response.json({ results: await suggest(within, text, kinds) })
}
