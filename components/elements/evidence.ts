import { dress, parsed } from './dress'

let made = 0

/**
 * Opens below a badge what its link leads to: what it means and what stands behind the fact, fetched once; pressed again,
 * closes it. Where that cannot be fetched, follows the link.
 */
export async function toggleEvidence(badge: HTMLAnchorElement): Promise<void> {
  const below = badge.nextElementSibling
  if (below instanceof HTMLElement) below.hidden = !below.hidden
  else if (badge.ariaBusy === 'true') return
  else await open(badge)
  badge.ariaExpanded = String((badge.nextElementSibling as HTMLElement | null)?.hidden === false)
}

async function open(badge: HTMLAnchorElement): Promise<void> {
  badge.ariaBusy = 'true'
  try {
    const answer = await fetch(badge.href)
    const page = parsed(await answer.text())
    const evidence = page.querySelector('.evidence')
    if (!answer.ok || !evidence) throw new Error(`nothing stands behind ${badge.href}`)
    await dress(page)
    for (const part of evidence.querySelectorAll('[hidden]')) part.removeAttribute('hidden')
    made += 1
    evidence.id = `evidence-${made}`
    badge.setAttribute('aria-controls', evidence.id)
    badge.after(document.adoptNode(evidence))
  } catch {
    location.assign(badge.href)
  } finally {
    badge.ariaBusy = null
  }
}
