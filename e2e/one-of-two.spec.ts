import { inAddress } from './support/edit-form'
import { acceptPastForm, publishNewFact, publishNewPage } from './support/past-forms'
import { widerThanTheScreen } from './support/screens'
import { expect, freshWord, test } from './support/story'

test('a list of sources is brought as a file, and two of them that are one are merged', async ({
  moderator: page,
  anotherVisitor,
}) => {
  const word = freshWord()
  const text = [
    `@article{a, title={The ${word} interview}, journal={The Paper}, year={2022}}`,
    `@misc{b, title={Broken ${word}`,
    `@article{c, title={Interview, ${word}}, author={Lee, Ann}}`,
    `@misc{d, title={Again}, url={https://${word}.example/x}}`,
    `@misc{e, title={Again}, url={https://${word}.example/x}}`,
  ].join('\n\n')
  await page.goto('/sources')
  await page.getByRole('link', { name: 'Bring a list of sources' }).click()
  await page
    .getByLabel('A file', { exact: true })
    .setInputFiles({ name: 'mine.bib', mimeType: 'application/x-bibtex', buffer: Buffer.from(text) })
  await page.getByRole('button', { name: 'Add them' }).click()
  const status = page.getByRole('main').getByRole('status')
  await expect(status).toContainText('3 sources added.')
  await expect(status).toContainText(`Line 3: @misc{b, title={Broken ${word}`)
  await expect(status).toContainText('Again (twice in the list)')
  await page.setViewportSize({ width: 360, height: 780 })
  expect(await widerThanTheScreen(page)).toEqual([])

  await status.getByRole('link', { name: 'All sources' }).click()
  await page.getByRole('link', { name: new RegExp(`Interview, ${word}`) }).click()
  const gone = new URL(page.url()).pathname
  await page.getByRole('link', { name: 'Merge', exact: true }).click()
  await page.getByLabel('Which one stays').fill(`${word} interview`)
  await page.getByRole('option', { name: new RegExp(`The ${word} interview`) }).click()
  await page.getByRole('button', { name: 'Compare them' }).click()
  await expect(page.getByRole('main')).toContainText('Ann Lee')
  expect(await widerThanTheScreen(page)).toEqual([])
  await page.getByLabel('Reason').fill('The same interview')
  await page.getByRole('button', { name: 'Merge them' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`The ${word} interview`)
  await expect(page.getByRole('main')).toContainText('Ann Lee')

  const visitor = await anotherVisitor()
  const kept = new URL(page.url()).pathname
  await expect(async () => {
    const answer = await visitor.request.get(gone, { maxRedirects: 0 })
    expect([answer.status(), answer.headers().location]).toEqual([308, kept])
  }).toPass({ timeout: 20_000 })
  await visitor.goto(`${kept}/history`)
  await visitor
    .getByRole('main')
    .getByRole('link', { name: /^Source \d+$/ })
    .first()
    .click()
  await expect(visitor).toHaveURL(`${gone}/history`)
  await expect(visitor.getByRole('main')).toContainText('This was merged into another.')
})

test('a fact that says two things is split by a fan on a phone, and reviewed as one edit', async ({
  page,
  newFan,
  moderator,
}) => {
  const word = freshWord()
  const title = await publishNewPage(moderator)
  const path = `/facts/${await publishNewFact(moderator, title, `It rains in ${word}, and it snows there.`)}`
  await newFan(page)
  await page.setViewportSize({ width: 360, height: 780 })
  await page.goto(path)
  await page.getByRole('link', { name: 'Split in two' }).click()
  // Until the page is alive, the words that a field was rendered with may come back.
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('textarea[name=first]') ?? {}).some((name) =>
      name.startsWith('__react'),
    ),
  )
  await page.getByLabel('The first says').fill(`It rains in ${word}.`)
  await page.getByLabel('The second says').fill(`It snows in ${word}.`)
  expect(await widerThanTheScreen(page)).toEqual([])
  await expect(page.getByLabel('The first says')).toHaveValue(`It rains in ${word}.`)
  await page.getByRole('button', { name: 'Send for review' }).click()
  await page
    .getByRole('link', { name: /submission/i })
    .first()
    .click()
  await page.waitForURL(/\/submissions\/\d+/)
  const id = Number(/\/submissions\/(\d+)/.exec(page.url())?.[1])
  await acceptPastForm(moderator, id)
  // As somebody who has not read them before.
  await moderator.goto(path)
  await expect(moderator.getByRole('heading', { level: 1 })).toHaveText(`It rains in ${word}.`)
  await moderator.goto(`/wiki/${inAddress(title)}`)
  await expect(moderator.getByRole('main')).toContainText(`It snows in ${word}.`)
})
