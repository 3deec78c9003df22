import { ClientError } from 'openid-client'
import { wayOn } from '@/lib/accounts/enter'
import { nextPath } from '@/lib/accounts/next-path'
import { enterOutside } from '@/lib/accounts/outside/enter-outside'
import { linkOutside } from '@/lib/accounts/outside/link'
import type { OutsideFailure } from '@/lib/accounts/outside/loaders'
import { outsideSchema } from '@/lib/accounts/outside/outside-schema'
import { askOutside, type OutsideAccount, readAnswer } from '@/lib/accounts/outside/providers'
import { dropOutside, type Held, heldOutside, holdOutside } from '@/lib/accounts/outside/session-outside'
import { env } from '@/lib/env'
import type { Provider } from '@/lib/env/providers-setting'
import type { AddressText } from '@/lib/input/address'
import { logError } from '@/lib/log'
import { visitor } from '@/lib/policy/actor'
import { networkSignInLimits } from '@/lib/rate-limit/limits'
import { withinLimits } from '@/lib/rate-limit/within-limits'
import { paths } from '@/lib/routes'
import { hashNetwork } from '@/lib/sessions/network'
import { currentActor, startSession } from '@/lib/sessions/session'

/** Which page a failure leads back to: that of signing in, or that of one's own accounts at other sites. */
type Back = (failed: OutsideFailure) => Response

const redirect = (location: string): Response =>
  new Response(null, { status: 303, headers: { location, 'cache-control': 'private, no-store' } })

const providerOf = (key: AddressText): Provider | undefined => env.providers.find((one) => one.key === key)

const redirectUri = ({ key }: Provider) => `${env.origin}${paths.outsideBack(key)}`

/**
 * Sends a visitor to another site to show who they are, or somebody signed in who has just proved it, to link their
 * account. A plain link leads here: the content policy refuses a form that is sent on to another site.
 */
export async function startOutside(
  key: AddressText,
  { next }: { next: AddressText | undefined },
  request: Request,
): Promise<Response> {
  const provider = providerOf(key)
  if (!provider) return new Response(null, { status: 404 })
  const linkTo = await accountToLink(provider)
  const back: Back = (failed) => wayBack(linkTo !== null, nextPath(next))(failed)
  if (await withinLimits(networkSignInLimits(networkOf(request)))) return back('down')
  try {
    const { address, asked } = await askOutside(provider, redirectUri(provider))
    await holdOutside('asked', { ...asked, provider: provider.key, next: nextPath(next), linkTo })
    return redirect(address)
  } catch (error) {
    logError(error, { provider: provider.key })
    return back('down')
  }
}

/** The account that is signed in and may be linked to this site; null where somebody signs in. */
async function accountToLink({ key }: Provider): Promise<number | null> {
  const held = await heldOutside('linking')
  const actor = await currentActor()
  if (actor.kind !== 'account' || held?.value.accountId !== actor.id || held.value.provider !== key)
    return null
  await dropOutside('linking')
  return actor.id
}

const wayBack =
  (isLinking: boolean, next: string): Back =>
  (failed) =>
    redirect(isLinking ? paths.outsideAccounts({ failed }) : paths.signIn({ next, failed }))

type Answer = Record<'code' | 'state' | 'iss' | 'error', AddressText | undefined>

/** Takes the answer of another site: signs in, links, or asks for a name. What goes wrong is said on the page before. */
export async function answerOutside(key: AddressText, answer: Answer, request: Request): Promise<Response> {
  const provider = providerOf(key)
  if (!provider) return new Response(null, { status: 404 })
  const held = await heldOutside('asked')
  await dropOutside('asked')
  // Not asked by this browser, or long ago, or another site's answer.
  if (!held || held.value.provider !== provider.key || answer.state !== held.value.state)
    return wayBack(false, paths.home())('lost')
  const back = wayBack(held.value.linkTo !== null, held.value.next)
  if (answer.error !== undefined) return back(answer.error === 'access_denied' ? 'refused' : 'down')
  const outside = await readAnswer(provider, addressOf(provider, answer), held.value)
    .then((one) => outsideSchema.parse(one))
    .catch((error) => {
      logError(error, { provider: provider.key })
      return isDown(error) ? ('down' as const) : ('answer' as const)
    })
  if (typeof outside === 'string') return back(outside)
  const network = networkOf(request)
  return held.value.linkTo === null ? enter(outside, held.value, network) : link(outside, held.value, network)
}

/** Whether a site did not answer at all, or not in its own terms; everything else is an answer that is not right. */
const isDown = (error: unknown) =>
  error instanceof TypeError ||
  (error instanceof ClientError && /TIMEOUT|ABORT|RESPONSE_IS_NOT/.test(error.code ?? ''))

/** The address at which the site sent somebody back, as the world sees it. */
function addressOf(provider: Provider, answer: Answer): URL {
  const address = new URL(redirectUri(provider))
  for (const [name, value] of Object.entries(answer))
    if (value !== undefined) address.searchParams.set(name, value)
  return address
}

async function enter(outside: OutsideAccount, { next }: Held['asked'], network: string | null) {
  const entered = await enterOutside(visitor, outside, { network })
  if (entered.ok) {
    await startSession(entered.accountId)
    return redirect(await wayOn(entered.accountId, next))
  }
  if (entered.reason === 'second_step') {
    await holdOutside('step', { ticket: entered.ticket ?? '' })
    return redirect(paths.signIn({ next, step: 1 }))
  }
  if (entered.reason !== 'not_found')
    return wayBack(false, next)(entered.reason === 'too_many' ? 'down' : 'other')
  await holdOutside('newcomer', { ...outside, next })
  return redirect(paths.signUpOutside())
}

async function link(outside: OutsideAccount, { linkTo, next }: Held['asked'], network: string | null) {
  const actor = await currentActor()
  // Somebody else has signed in meanwhile, in another tab.
  if (actor.kind !== 'account' || actor.id !== linkTo) return wayBack(false, next)('lost')
  const linked = await linkOutside(actor, outside, { network })
  return linked.ok ? redirect(paths.account({ done: 'linked' })) : wayBack(true, next)('linked')
}

const networkOf = (request: Request) => hashNetwork(request.headers.get('x-loreleaf-network'))
