import { finding as texts } from '#texts/finding'
import type { Me } from '@/lib/accounts/me'
import { paths } from '@/lib/routes'
import { Combobox, type Group, type Option } from './combobox'
import { Asking, groupsOf, searchOption } from './completions'
import { make } from './make'

const words = texts.palette

let palette: { dialog: HTMLDialogElement; field: HTMLInputElement; begin: () => void } | null = null

/** Whether `/` goes to the search field, as the reader wants it on this device. */
export interface SlashKey {
  isOn(): boolean
  turn(isOn: boolean): void
}

/**
 * Opens the palette: pages to go to, and what this reader may do. `typed` was typed while its code was fetched. Opened
 * once more, it closes.
 */
export function openPalette(slash: SlashKey, typed = ''): void {
  palette ??= makePalette(slash)
  const { dialog, field, begin } = palette
  if (dialog.open) dialog.close()
  else {
    field.value = typed
    dialog.showModal()
    begin()
  }
}

function makePalette(slash: SlashKey) {
  const field = make('input', {
    type: 'text',
    'aria-label': words.field,
    placeholder: words.field,
    enterkeyhint: 'go',
  })
  const close = make('button', { type: 'button', class: 'btn' }, words.close)
  const said = make('p', { class: 'sr-only', role: 'status' })
  const dialog = make('dialog', { class: 'palette', 'aria-label': words.label })
  const box = new Combobox(field, texts.suggestions, { isAlwaysOpen: true })
  const keys = make('p', { class: 'keys', 'aria-hidden': 'true' }, '↑ ↓ ', words.choose, '  ↵ ', words.open)
  dialog.append(make('div', { class: 'in' }, field, close), box.list, said, keys)
  document.body.append(dialog)

  const asking = new Asking()
  let actions: Option[] = []
  const show = (groups: Group[], typed: string) => {
    const search = typed === '' ? [] : [searchOption(typed)]
    const count = box.show([
      ...groups,
      ...actionGroups(actions, typed),
      { label: texts.suggestions, options: search },
    ])
    said.textContent = texts.count(count)
  }
  const type = () => {
    const typed = field.value.trim()
    asking.ask(typed, (found, text) => show(groupsOf(found, text), text))
  }
  field.addEventListener('input', (event) => !(event as InputEvent).isComposing && type())
  field.addEventListener('compositionend', type)
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing || event.defaultPrevented) return
    const typed = field.value.trim()
    if (typed !== '') location.href = paths.search({ q: typed })
  })
  close.addEventListener('click', () => dialog.close())
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close())
  dialog.addEventListener('close', () => asking.stop())

  const begin = () => {
    actions = actionsOf({ signedIn: false }, slash, () => dialog.close())
    type()
    void whoReads().then((me) => {
      actions = actionsOf(me, slash, () => dialog.close())
      if (dialog.open) type()
    })
  }
  return { dialog, field, begin }
}

async function whoReads(): Promise<Me> {
  if (!/(?:^|; )loreleaf_hint=1(?:;|$)/.test(document.cookie)) return { signedIn: false }
  try {
    return await (await fetch(paths.me())).json()
  } catch {
    return { signedIn: false }
  }
}

/** What this reader may do, by the answers of the server: never by who they are. */
function actionsOf(me: Me, slash: SlashKey, close: () => void): Option[] {
  const go = (label: string, href: string): Option => ({ label, href })
  const writes = [
    go(words.addFact, paths.newFact()),
    go(words.addPage, paths.newPage()),
    go(words.addSource, paths.newSource()),
    go(words.addFile, paths.newFile()),
  ]
  return [
    ...(!me.signedIn || me.canWrite ? writes : []),
    ...(me.signedIn && me.canModerate ? [go(words.review, paths.review())] : []),
    ...(me.signedIn && me.reports ? [go(words.reports, paths.moderation())] : []),
    ...(me.signedIn
      ? [go(words.submissions, paths.submissions()), go(words.account, paths.account())]
      : [go(words.signIn, paths.signIn({ next: location.pathname + location.search }))]),
    go(words.recent, paths.recent()),
    go(words.allPages, paths.pages()),
    go(words.allFacts, paths.facts()),
    go(words.allSources, paths.sources()),
    slashOption(slash, close),
  ]
}

function slashOption(slash: SlashKey, close: () => void): Option {
  const isOn = slash.isOn()
  return {
    label: isOn ? words.slashOff : words.slashOn,
    run: () => {
      slash.turn(!isOn)
      close()
    },
  }
}

/** The views of this page, and actions, that have what was typed in their names. */
function actionGroups(actions: Option[], typed: string): Group[] {
  const views = [...document.querySelectorAll<HTMLAnchorElement>('main .tabs a')].map((link) => ({
    label: link.textContent.trim(),
    href: link.href,
  }))
  const fits = ({ label }: Option) => label.toLowerCase().includes(typed.toLowerCase())
  return [
    { label: words.here, options: views.filter(fits) },
    { label: words.act, options: actions.filter(fits) },
  ]
}
