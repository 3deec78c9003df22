import type { BrowserContext } from '@playwright/test'

/** What pages have complained about since somebody last asked: of one worker, which tells one story at a time. */
let complaints: string[] = []

/** What pages have complained about; from now on nothing, so that a story which provokes something can look at it. */
export function takeComplaints(): string[] {
  const taken = complaints
  complaints = []
  return taken
}

/**
 * A browser that leaves out the fading from one page to the next (`@view-transition`) says so as an error that nobody
 * caught: the next page was looked at before its styles had come. Nothing is missing then but the fading.
 */
const IS_ABOUT_FADING = /Transition was (aborted|skipped)/

/**
 * Notes whatever any page, frame or popup of a browser context complains about: errors that nobody caught, and what the
 * content security policy refused, as the browser says it on the console (also of inert documents, and with scripts
 * off) and as the event tells it. What workers do is told nowhere, so that a worker is a complaint.
 */
export function watch(context: BrowserContext): void {
  context.on('weberror', (error) => {
    if (!IS_ABOUT_FADING.test(String(error.error())))
      complaints.push(`${error.page()?.url()}: ${error.error()}`)
  })
  context.on('console', (message) => {
    if (/content security policy/i.test(message.text()))
      complaints.push(`${message.page()?.url()}: ${message.text()}`)
  })
  context.on('page', (page) => {
    page.on('worker', (worker) => complaints.push(`${page.url()}: started the worker ${worker.url()}`))
  })
  context.on('serviceworker', (worker) => complaints.push(`the service worker ${worker.url()}`))
  // Asked for before the context is handed out, so it is there before any page is.
  void context.addInitScript(() =>
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      reportError(new Error(`The policy refused ${blockedURI} (${effectiveDirective})`)),
    ),
  )
}
