import { inAddress } from './support/edit-form'
import { publishEdit, publishNewPage } from './support/past-forms'
import { expect, freshWord, test } from './support/story'

/** One more than a page shows of a field. */
const MEMBERS = 21

test('both ends of a field follow an edit within a second, and the old version shows the old end', async ({
  anotherVisitor,
  moderator: page,
}) => {
  const word = freshWord()
  const actor = await publishNewPage(page, { title: `Actor ${word}` })
  const played = (at: number) => `Role ${word} ${String(at).padStart(2, '0')}`
  for (let at = 1; at <= MEMBERS; at += 1)
    await publishNewPage(page, { title: played(at), kind: 'character', infobox: { played_by: actor } })
  await publishEdit(page, actor, { lead: 'Plays a great deal.' })

  const reader = await anotherVisitor()
  const box = reader.locator('details.box')
  await reader.goto(`/wiki/${inAddress(played(1))}`)
  await box.getByRole('link', { name: actor }).click()
  await expect(box.getByRole('term')).toHaveText(['Plays'])
  await expect(box.getByRole('listitem')).toHaveCount(MEMBERS - 1)
  await expect(box.getByRole('link', { name: played(1) })).toBeVisible()

  const rest = box.getByRole('link', { name: `Plays: all ${MEMBERS}` })
  await box.getByRole('link', { name: played(MEMBERS - 1) }).focus()
  await reader.keyboard.press('Tab')
  await expect(rest).toBeFocused()
  await reader.keyboard.press('Enter')
  await expect(reader.getByRole('heading', { name: 'Plays' })).toBeVisible()
  await expect(reader.locator('main').getByRole('link', { name: played(MEMBERS) })).toBeVisible()

  const text = async (title: string) => (await reader.request.get(`/wiki/${inAddress(title)}`)).text()
  await publishEdit(page, played(1), { kind: 'character', lead: 'Nobody plays it.' })
  await expect.poll(() => text(actor), { timeout: 1_000, intervals: [50] }).not.toContain(played(1))
  expect(await text(played(1))).not.toContain(actor)

  await reader.goto(`/history/${inAddress(actor)}`)
  await reader.getByRole('link', { name: 'as it was' }).first().click()
  await expect(box.getByRole('link', { name: played(1) })).toBeVisible()
})
