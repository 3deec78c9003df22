import { expect, test } from './support/story'

test('somebody who looks after the server asks whether it is well', async ({ request }) => {
  const answer = await request.get('/api/health')
  expect(answer.status()).toBe(200)
  expect(answer.headers()['cache-control']).toContain('no-store')
  expect(await answer.json()).toMatchObject({ status: 'ok', database: 'up' })
})

test('the front page has a heading', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})
