import { codes } from '@/lib/messages/codes'
import type { Message } from '@/lib/messages/message'

type Estimate = (password: string, guesses: string[]) => { score: number; warning: string | null }

// Two megabytes of dictionaries: loaded with the first password that is chosen, not when the server starts.
let loaded: Promise<Estimate> | undefined

async function load(): Promise<Estimate> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ])
  const zxcvbn = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    translations: english.translations,
    // The most signs that are read as letters (l33t), in every combination: a hundred would take a second.
    l33tMaxSubstitutions: 8,
    maxLength: 64,
  })
  return (password, guesses) => {
    const { score, feedback } = zxcvbn.check(password, guesses)
    return { score, warning: feedback.warning }
  }
}

/** Below this score a password is easily guessed (zxcvbn: 3 is "safely unguessable"). */
const LEAST_SCORE = 3

/** Why a password is easily guessed, as a sentence; null when it is not. Only its first 64 characters are checked. */
export async function guessability(password: string, name: string): Promise<Message | null> {
  loaded ??= load()
  const estimate = await loaded
  const { score, warning } = estimate(password, [name, ...name.split(/[^\p{L}\p{N}]+/u), 'loreleaf'])
  return score >= LEAST_SCORE ? null : codes().accounts.password.guessable(warning)
}
