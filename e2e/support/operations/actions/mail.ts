import type { ActionTable } from './row'

const ofMail = (name: string) => `lib/news/mail/actions.ts ${name}`
const mailWanted = {
  ...{ own: 'daily', talk: 'never', watched: 'never', account: 'never', timeZone: 'UTC', hour: '18' },
}
const noMail = `- ${Array(6).fill('not_found').join(' ')}`
const nobody = Array(7).fill('not_found').join(' ')

/** What people do about the mail that they get. */
export const aboutMail: ActionTable = {
  [ofMail('changeMailAction')]: [
    { on: 'a wiki that sends no mail', sends: async () => mailWanted, answers: noMail },
  ],
  [ofMail('changeMailByLinkAction')]: [
    {
      isEntrance: true,
      on: 'a link that nobody was sent',
      sends: async () => ({ ...mailWanted, token: '1-own-none' }),
      answers: nobody,
    },
  ],
  [ofMail('endMailByLinkAction')]: [
    {
      isEntrance: true,
      on: 'a link that nobody was sent',
      sends: async () => ({ token: '1-own-none' }),
      answers: nobody,
    },
  ],
  'lib/news/mail/decision/actions.ts confirmWishAction': [
    {
      isEntrance: true,
      on: 'a link that nobody was sent',
      sends: async () => ({ token: '1-none' }),
      answers: nobody,
    },
  ],
  'lib/news/mail/decision/actions.ts mailDecisionAction': [
    {
      on: 'a wiki that sends no mail',
      sends: async () => ({ submissionId: '1', email: 'fan@example.org' }),
      answers: noMail,
    },
  ],
}
