import { z } from 'zod'
import type { Queryable } from '@/db/postgres/client'
import { findSettings } from '@/db/wiki/wiki'
import { listOf } from '@/lib/input/lists'
import { issueText } from '@/lib/messages/message'
import { messages } from '@/lib/messages/messages'
import { entryRef, line } from '@/lib/text/plain'
import { type FrontBlock, frontBlocks } from './front-blocks'

/** A setting of the wiki: what may be stored, and what holds where nothing usable is. */
interface Setting<T> {
  schema: z.ZodType<T>
  fallback: () => T
}

const setting = <T>(schema: z.ZodType<T>, fallback: () => T): Setting<T> => ({ schema, fallback })

const wholeDays = issueText('wiki.settings.wholeDays')
const blocks: z.ZodType<FrontBlock[]> = listOf(z.enum(frontBlocks, issueText('wiki.settings.noBlock')), 100)
  .refine((list) => list.length > 0, issueText('wiki.settings.oneBlock'))
  .refine((list) => new Set(list).size === list.length, issueText('wiki.settings.blockTwice'))

/** What a wiki decides about itself, by the key under which it is stored. */
export const settings = {
  name: setting(line(60).min(1), () => messages().frame.unnamed),
  /** One sentence: what the wiki is about. */
  sentence: setting(line(200).min(1), () => messages().reading.front.unnamedSentence),
  /** The id of the page that the front page features; null for none. */
  featured_page: setting(entryRef.nullable(), () => null),
  /** How many days after its release a season or an episode is no spoiler any more; null for never. */
  spoilers_open_after_days: setting<number | null>(
    z
      .number(wholeDays)
      .int(wholeDays)
      .min(0, wholeDays)
      .max(36_500, issueText('wiki.settings.manyDays'))
      .nullable(),
    () => 30,
  ),
  /** Whether moderators and owners must have a second step of signing in before they moderate. */
  moderators_second_step: setting<boolean>(z.boolean(issueText('wiki.settings.yesOrNo')), () => false),
  /** What everybody is asked who signs up, and the answers that are right, with commas between; null for no question. */
  sign_up_question: setting<string | null>(line(200).nullable(), () => null),
  sign_up_answers: setting<string | null>(line(400).nullable(), () => null),
  front_blocks: setting(blocks, () => [...frontBlocks]),
}

export type SettingKey = keyof typeof settings
/** The wiki's settings: each is as stored, or its default. */
export type Settings = { [K in SettingKey]: z.output<(typeof settings)[K]['schema']> }

export const settingKeys = Object.keys(settings) as SettingKey[]

/** The name of a setting for people; of one that this release does not know, its key. */
export function labelOfSetting(key: string): string {
  const known = settingKeys.find((one) => one === key)
  return known ? messages().wiki.settings.of[known].label : key
}

/** A setting as it is stored, or its default in place of what is missing or cannot be used. */
export function settingOf<K extends SettingKey>(key: K, stored: unknown): Settings[K] {
  const { schema, fallback } = settings[key] as unknown as Setting<Settings[K]>
  const parsed = schema.safeParse(stored)
  return parsed.success ? parsed.data : fallback()
}

/** The wiki's settings as they are stored, with their defaults. */
export async function readSettings(db: Queryable): Promise<Settings> {
  const stored = await findSettings(db)
  return Object.fromEntries(settingKeys.map((key) => [key, settingOf(key, stored.get(key))])) as Settings
}
