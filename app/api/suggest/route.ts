import type { NextRequest } from 'next/server'
import { currentActor } from '@/lib/accounts/sessions/session'
import { suggest } from '@/lib/editing/suggest'
import { readScopeOf } from '@/lib/policy/policy'

export async function GET(request: NextRequest) {
  const { searchParams } = request.nextUrl
  const within = readScopeOf(await currentActor())
  const results = await suggest(within, searchParams.get('q') ?? '', searchParams.get('kinds'))
  return Response.json({ results })
}
