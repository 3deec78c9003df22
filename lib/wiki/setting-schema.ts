import { z } from 'zod'
import { listOf } from '@/lib/input/lists'
import { issueText } from '@/lib/messages/message'
import { frontBlocks } from '@/lib/settings/front-blocks'
import { type SettingKey, settingKeys } from '@/lib/settings/settings'
import { line, storable } from '@/lib/text/plain'

/** The longest text of a setting, in UTF-16 units: its own bound is less. */
const MOST_TEXT = 4_000

const text = storable(MOST_TEXT).trim()

/** A form sends a list as `value.0`, `value.1` and so on; those left empty are none. */
function listed(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || !('value.0' in input)) return input
  const values = frontBlocks.map((_, at) => (input as Record<string, unknown>)[`value.${at}`])
  return { ...input, value: values.filter((value) => value !== undefined && value !== '') }
}

/** A change of one setting: as JSON holds it, or as a form sends it. What it may be is for the setting itself to say. */
export const changeSettingSchema = z.preprocess(
  listed,
  z.object({
    setting: z.enum(settingKeys as [SettingKey, ...SettingKey[]]),
    value: z.union([text, z.number(), z.boolean(), z.null(), listOf(text, 100)]),
    reason: line(300).refine((given) => given !== '', issueText('moderating.giveReason')),
  }),
)
