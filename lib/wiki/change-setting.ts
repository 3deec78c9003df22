import type { z } from 'zod'
import { countPasskeys } from '@/db/accounts/passkeys'
import { hasSecondStep } from '@/db/accounts/second-steps'
import { findTitleHolder } from '@/db/entries/titles'
import { findPageHead } from '@/db/pages/pages'
import type { Tx } from '@/db/postgres/client'
import { writeSettings } from '@/db/wiki/wiki'
import { tags } from '@/lib/cache/tags'
import { RefusalError, refuse } from '@/lib/errors'
import { issueFor, messageOfIssue } from '@/lib/errors/issues'
import { codes } from '@/lib/messages/codes'
import type { Message } from '@/lib/messages/message'
import { operation } from '@/lib/operations/operation'
import { actorNow } from '@/lib/policy/actor-now'
import { authorize, writersScope } from '@/lib/policy/policy'
import { readSettings, type SettingKey, settings } from '@/lib/settings/settings'
import { isSame } from '@/lib/text/canonical'
import { titleKey } from '@/lib/titles/title'
import { changeSettingSchema } from './setting-schema'

type Given = string | number | boolean | null | string[]

/**
 * Changes a setting of the wiki, for owners; the public log says which, who and why. An empty text is none: a name and a
 * sentence then are what they are without a setting. A page is given by its id or its title. Refused at `value` for what
 * the setting cannot be and for a page that is not there, and when it is so already.
 */
export const changeSetting = operation({
  name: 'setting.change',
  who: 'account',
  input: changeSettingSchema,
  audits: ['setting.change'],
  run: ({ actor: by, commit }, { setting: key, value: given, reason }) =>
    commit(async ({ tx, audited, changed }) => {
      authorize(by, 'changeSettings')
      authorize(await actorNow(tx, by.id), 'changeSettings')
      const before = (await readSettings(tx))[key]
      const value = await settled(tx, key, given)
      // Whoever asked for it without having it could not take it back.
      if (key === 'moderators_second_step' && value === true && !(await hasTwoFactors(tx, by.id)))
        throw refusedValue(codes().wiki.settings.ownFirst)
      if (isSame(before, value)) throw new RefusalError(refuse('no_change', codes().wiki.settings.same))
      await writeSettings(tx, { [key]: value })
      audited('setting.change', { detail: { setting: key, before, value }, reason })
      return { setting: key, event: await changed([tags.settings]) }
    }),
})

/** What is given, as the setting; a text that stands for something else is looked up first. */
async function settled(tx: Tx, key: SettingKey, given: Given): Promise<unknown> {
  const { schema, fallback } = settings[key]
  if (given === '') return NOTHING.has(key) ? null : fallback()
  const parsed = schema.safeParse(await understood(tx, key, given), { error: issueFor })
  if (!parsed.success) throw refusedValue(messageOfIssue(parsed.error.issues[0] as z.core.$ZodIssue))
  if (key === 'featured_page' && given !== null && !(await isShown(tx, Number(parsed.data))))
    throw refusedValue(codes().wiki.settings.noPage)
  return parsed.data
}

/** Settings that an empty text makes nothing, not what they are without a setting. */
const NOTHING: ReadonlySet<SettingKey> = new Set([
  'featured_page',
  'spoilers_open_after_days',
  'sign_up_question',
  'sign_up_answers',
])

/** What a text in a form means for a setting that is no text: yes or no, a number of days, or a page by its title. */
async function understood(tx: Tx, key: SettingKey, given: Given): Promise<Given> {
  if (typeof given !== 'string') return given
  if (key === 'spoilers_open_after_days') return /^\d{1,6}$/.test(given) ? Number(given) : Number.NaN
  if (key === 'moderators_second_step') return given === 'yes' || (given === 'no' ? false : given)
  if (key !== 'featured_page') return given
  const holder = await findTitleHolder(tx, titleKey(given))
  if (!holder) throw refusedValue(codes().wiki.settings.noPage)
  return holder.entryId
}

const hasTwoFactors = async (tx: Tx, accountId: number) =>
  (await hasSecondStep(tx, accountId)) || (await countPasskeys(tx, accountId)) > 0

const isShown = async (tx: Tx, pageId: number) => (await findPageHead(tx, writersScope, pageId)) !== null

const refusedValue = (value: Message) =>
  new RefusalError(refuse('invalid', codes().accounts.checkMarked, { value }))
