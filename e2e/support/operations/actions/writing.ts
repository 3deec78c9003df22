import { randomUUID } from 'node:crypto'
import { writing } from '../stage'
import { type ActionTable, members, published, writers } from './row'

const decisionOn = async (submissionId: number) => ({
  key: randomUUID(),
  submissionId: String(submissionId),
  roundNumber: '1',
})

/** What an author does with a submission of theirs: moderators see it and may not, the others do not know of it. */
const authors = '- not_found done not_found not_allowed not_allowed not_found'
const ownActOn = (submissionId: number, state: string) => ({
  key: randomUUID(),
  submissionId: String(submissionId),
  roundNumber: '1',
  state,
})

const decided = '- not_allowed not_allowed not_allowed done done blocked'
const decidedByTrusted = '- not_allowed not_allowed done done done blocked'

/** What people write, and what becomes of it. */
export const aboutWriting: ActionTable = {
  'lib/editing/actions.ts previewEdit': [
    {
      sends: async ({ contents, word }) => writing(contents.page(word()), null, { kind: 'page' }),
      answers: writers,
    },
  ],
  'lib/files/actions.ts saveFile': [
    {
      on: 'a picture that nobody has uploaded',
      sends: async ({ contents, word }) => writing(contents.file(word())),
      answers: '- invalid invalid invalid invalid invalid blocked',
    },
  ],
  'lib/facts/actions.ts saveFact': [
    {
      sends: async ({ contents, word, page }) => writing(contents.fact(word(), [(await page()).id])),
      answers: published,
    },
  ],
  'lib/facts/actions.ts addFactAction': [
    {
      sends: async ({ word }) => ({ key: randomUUID(), statement: `It was ${word()}.` }),
      answers: published,
    },
  ],
  'lib/facts/actions.ts splitFactAction': [
    {
      sends: async ({ fact, word }) => ({
        key: randomUUID(),
        entryId: String(await fact()),
        baseNumber: '1',
        first: `It was ${word()}.`,
        second: `It was ${word()}.`,
      }),
      answers: published,
    },
  ],
  'lib/pages/actions.ts savePage': [
    {
      on: 'a new page',
      sends: async ({ contents, word }) => writing(contents.page(word())),
      answers: published,
    },
    {
      on: 'another round of a submission of the author',
      sends: async ({ contents, word, waiting }) => {
        const amends = { submissionId: await waiting(), roundNumber: 1, state: 'waiting' }
        return writing(contents.page(word()), null, { amends })
      },
      answers: authors.replace('done', 'waits'),
    },
    {
      on: 'a page for moderators',
      sends: async ({ contents, word, protectedPage }) =>
        writing(contents.page(word()), { id: await protectedPage(), number: 1 }),
      answers: '- waits waits waits live live blocked',
    },
    {
      on: 'a page that is deleted',
      sends: async ({ contents, word, deletedPage }) =>
        writing(contents.page(word()), { id: await deletedPage(), number: 1 }),
      answers: '- not_allowed not_allowed not_allowed not_allowed not_allowed blocked',
    },
  ],
  'lib/revisions/actions.ts revertAction': [
    {
      sends: async ({ editedPage }) => ({
        key: randomUUID(),
        revisionId: String((await editedPage()).revisionId),
        summary: '',
      }),
      answers: writers,
    },
  ],
  'lib/sources/actions.ts savePlainSource': [
    {
      sends: async ({ word }) => ({ key: randomUUID(), type: 'webpage', title: `A talk on ${word()}` }),
      answers: published,
    },
  ],
  'lib/sources/actions.ts importSourcesAction': [
    {
      sends: async ({ word }) => ({ key: randomUUID(), text: `@misc{a, title={A talk on ${word()}}}` }),
      answers: writers,
    },
  ],
  'lib/sources/actions.ts saveSource': [
    {
      sends: async ({ contents, word }) => writing(contents.source(word())),
      answers: published,
    },
  ],
  'lib/review/actions.ts acceptAction': [
    {
      on: 'a new page',
      sends: async ({ waiting }) => decisionOn(await waiting()),
      answers: decided,
    },
    {
      on: 'the wording of an open page',
      sends: async ({ waitingWording }) => decisionOn(await waitingWording()),
      answers: decidedByTrusted,
    },
  ],
  'lib/review/actions.ts declineAction': [
    {
      on: 'a new page',
      sends: async ({ waiting }) => ({ ...(await decisionOn(await waiting())), reason: 'A test' }),
      answers: decided,
    },
    {
      on: 'the wording of an open page',
      sends: async ({ waitingWording }) => ({
        ...(await decisionOn(await waitingWording())),
        reason: 'A test',
      }),
      answers: decidedByTrusted,
    },
  ],
  'lib/review/actions.ts requestChangesAction': [
    {
      sends: async ({ waiting }) => ({ ...(await decisionOn(await waiting())), reason: 'A test' }),
      answers: decided,
    },
  ],
  'lib/submissions/actions.ts withdrawAction': [
    { sends: async ({ waiting }) => ownActOn(await waiting(), 'waiting'), answers: authors },
  ],
  'lib/greeting/actions.ts putGreetingAwayAction': [
    { sends: async () => ({ at: 'news' }), answers: members },
  ],
  'lib/news/actions.ts markNewsReadAction': [{ sends: async () => ({ upTo: '1' }), answers: members }],
  'lib/submissions/actions.ts noteSeenAction': [
    {
      sends: async ({ waiting }) => ({ submissionId: String(await waiting()) }),
      answers: '- not_found done not_found not_found not_found not_found',
    },
  ],
  'lib/submissions/actions.ts reopenAction': [
    {
      sends: async ({ withdrawn }) => ownActOn(await withdrawn(), 'withdrawn'),
      answers: authors.replace('done', 'waits'),
    },
  ],
}
