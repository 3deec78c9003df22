import { answerAppeal } from '@/lib/accounts/appeals/answer-appeal'
import type { AccountActor } from '@/lib/policy/actor'
import { openPrivateLife } from '@/lib/reports/about-me/open-again'
import { decideWords } from '@/lib/reports/checked/decide'
import { decideOwnWords } from '@/lib/talk/own-words/decide'
import { type Id, people, things } from './things'

const low = () => [people.fan, people.trusted, people.blocked]

/** What is called upon with the number of something that keeps people safe, for `lib/access-by-number.test.ts`. */
export const uponSafety = () => ({
  'accounts answerAppealAction': {
    things: () => things.appeals,
    strangers: low,
    call: [
      (by: AccountActor, appealId: Id) =>
        answerAppeal(by, { appealId: Number(appealId), outcome: 'stays', answer: 'No.' }, { network: null }),
    ],
  },
  'talk/own-words decideOwnWordsAction': {
    things: () => things.ownWords,
    strangers: low,
    call: (['pass', 'decline'] as const).map(
      (verdict) => (by: AccountActor, wordsId: Id) =>
        decideOwnWords(by, { wordsId: Number(wordsId), verdict, reason: 'No.' }, { network: null }),
    ),
  },
  'reports decideWordsAction': {
    things: () => things.checked,
    strangers: low,
    call: [
      (by: AccountActor, checkedId: Id) =>
        decideWords(by, { checkedId: Number(checkedId), decision: 'upheld', answer: '' }, { network: null }),
    ],
  },
  'reports openPrivateLifeAction': {
    things: () => things.reports,
    strangers: () => [...low(), people.moderator],
    call: [
      (by: AccountActor, reportId: Id) =>
        openPrivateLife(by, { reportId: Number(reportId) }, { network: null }),
    ],
  },
})
