import { primary } from '@/db/postgres/client'
import { readSettings } from '@/lib/settings/settings'
import { isBusy, questionIn } from './turnstile'
import { newWork } from './work'
import type { Work } from './work-to-do'

/** What signing up asks for besides a name and a password: the owner's question, or while many sign up some work. */
export async function loadSignUp(): Promise<{ question: string | null; work: Work | null }> {
  const question = questionIn(await readSettings(primary()))
  return { question, work: question === null && (await isBusy()) ? newWork() : null }
}
