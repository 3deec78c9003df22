import { defineConfig } from '@playwright/test'
import { CHROMIUM_FLAGS, findChromium } from './e2e/support/chromium'

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/stories',
  globalSetup: './e2e/support/one-wiki.ts',
  // The stories share one server, which needs a core of its own more than they need a third worker.
  workers: 2,
  fullyParallel: true,
  // Several people act in one story, each in their own browser context, and test machines are busy.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  // One of hundreds of stories that misses its moment on a busy machine is named at the end of the tests, and mended.
  retries: 1,
  reporter: 'list',
  use: {
    browserName: 'chromium',
    headless: true,
    // Cross-page transitions are drawn without a graphics card: a seventh of the time of all stories.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: { ...findChromium(), args: CHROMIUM_FLAGS },
    // Recording every story takes a third of the time that the stories' own processes take.
    trace: process.env.STORIES_TRACE ? 'retain-on-failure' : 'off',
  },
})
