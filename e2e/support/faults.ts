import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/**
 * What shuts people out of the page that is shown, in the light and in the dark, a line each, with how grave it is. In
 * the dark only the colours differ, so only they are looked at again.
 */
export async function faultsOn(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    // Without frames of other sites there is no need of a page of its own to bring the findings together.
    const axe = new AxeBuilder({ page }).setLegacyMode()
    const runOnly = colorScheme === 'dark' ? { runOnly: ['color-contrast'] } : {}
    // Of what is in order nothing is written down, and no media are fetched to be listened to.
    axe.options({ ...runOnly, resultTypes: ['violations'], preload: false })
    for (const { id, impact, nodes } of (await axe.analyze()).violations)
      for (const { html, failureSummary } of nodes)
        found.push(`${impact}: in ${colorScheme}: ${id}: ${html.slice(0, 200)} ${failureSummary}`)
  }
  return found
}
