import { randomUUID } from 'node:crypto'
import { type ActionTable, anybody, members, moderators, writers } from './row'

const of = (name: string) => `lib/accounts/actions.ts ${name}`
const newName = () => `Guest ${randomUUID().slice(0, 13)}`
const reason = 'Part of a test'
const wrong = `- ${Array(6).fill('wrong_credentials').join(' ')}`
const noMail = `- ${Array(6).fill('not_found').join(' ')}`
const nobody = Array(7).fill('not_found').join(' ')

/** What a browser would answer, had it a passkey. */
const madeUp = (...parts: string[]) => ({
  ...{ id: 'none', rawId: 'none', type: 'public-key' },
  response: Object.fromEntries(['clientDataJSON', ...parts].map((part) => [part, 'none'])),
})

/** What people do with accounts. Whoever gives a wrong password is refused, whoever they are. */
export const aboutAccounts: ActionTable = {
  [of('signUpAction')]: [
    {
      isEntrance: true,
      isAboutSessions: true,
      sends: async () => ({ name: newName(), password: randomUUID(), next: '/' }),
      answers: anybody,
    },
  ],
  [of('signInAction')]: [
    {
      isEntrance: true,
      isAboutSessions: true,
      sends: async ({ newFan }) => {
        const { name, password } = await newFan()
        return { name, password, next: '/' }
      },
      answers: anybody,
    },
  ],
  [of('recoverAction')]: [
    {
      isEntrance: true,
      on: 'a code that is none',
      sends: async ({ newFan }) => ({
        name: (await newFan()).name,
        code: 'AAAA-AAAA',
        newPassword: randomUUID(),
        next: '/',
      }),
      answers: Array(7).fill('wrong_credentials').join(' '),
    },
  ],
  [of('keptCodeAction')]: [{ isAboutSessions: true, sends: async () => ({ next: '/' }), answers: anybody }],
  [of('newCodeAction')]: [
    {
      on: 'a wrong password',
      sends: async () => ({ currentPassword: 'not mine', next: '/' }),
      answers: wrong,
    },
  ],
  [of('changePasswordAction')]: [
    {
      on: 'a wrong password',
      sends: async () => ({ currentPassword: 'not mine', newPassword: randomUUID() }),
      answers: wrong,
    },
  ],
  [of('endSessionAction')]: [
    {
      on: 'a session of nobody',
      isAboutSessions: true,
      sends: async () => ({ sessionId: 'none' }),
      answers: `- ${Array(6).fill('already_decided').join(' ')}`,
    },
  ],
  [of('endOtherSessionsAction')]: [{ isAboutSessions: true, sends: async () => ({}), answers: members }],
  [of('signUpOutsideAction')]: [
    {
      isEntrance: true,
      on: 'an answer that no site gave',
      sends: async () => ({ name: newName(), newcomer: 'none', next: '/' }),
      answers: nobody,
    },
  ],
  [of('beginLinkAction')]: [
    {
      on: 'a site that is not set up',
      sends: async () => ({ provider: 'github', currentPassword: 'not mine' }),
      answers: noMail,
    },
  ],
  [of('unlinkAction')]: [
    {
      on: 'a wrong password',
      sends: async () => ({ issuer: 'none', subject: 'none', currentPassword: 'not mine' }),
      answers: wrong,
    },
  ],
  [of('beginPasskeyAction')]: [
    { on: 'a wrong password', sends: async () => ({ currentPassword: 'not mine' }), answers: wrong },
  ],
  [of('addPasskeyAction')]: [
    {
      on: 'what no browser has made',
      sends: async () => ({ name: 'Mine', json: JSON.stringify({ answer: madeUp('attestationObject') }) }),
      answers: `- ${Array(6).fill('invalid').join(' ')}`,
    },
  ],
  [of('removePasskeyAction')]: [
    {
      on: 'a wrong password',
      sends: async () => ({ passkeyId: 'none', currentPassword: 'not mine' }),
      answers: wrong,
    },
  ],
  [of('askForPasskeyAction')]: [{ isEntrance: true, sends: async () => ({}), answers: anybody }],
  [of('passkeySignInAction')]: [
    {
      isEntrance: true,
      on: 'a passkey of nobody',
      sends: async () => ({
        next: '/',
        json: JSON.stringify({ answer: madeUp('authenticatorData', 'signature') }),
      }),
      answers: Array(7).fill('wrong_credentials').join(' '),
    },
  ],
  [of('beginSecondStepAction')]: [
    { on: 'a wrong password', sends: async () => ({ currentPassword: 'not mine' }), answers: wrong },
  ],
  [of('addSecondStepAction')]: [
    { on: 'nothing that was begun', sends: async () => ({ code: '123456' }), answers: noMail },
  ],
  [of('newSpareCodesAction')]: [
    { on: 'a wrong password', sends: async () => ({ currentPassword: 'not mine' }), answers: wrong },
  ],
  [of('removeSecondStepAction')]: [
    { on: 'a wrong password', sends: async () => ({ currentPassword: 'not mine' }), answers: wrong },
  ],
  [of('addEmailAction')]: [
    {
      on: 'a wiki that sends no mail',
      sends: async () => ({ email: 'guest@wiki.example', currentPassword: 'not mine' }),
      answers: noMail,
    },
  ],
  [of('removeEmailAction')]: [
    { on: 'a wrong password', sends: async () => ({ currentPassword: 'not mine' }), answers: wrong },
  ],
  [of('confirmEmailAction')]: [
    {
      isEntrance: true,
      on: 'a link that nobody was sent',
      sends: async () => ({ token: 'none' }),
      answers: nobody,
    },
  ],
  [of('requestResetAction')]: [
    {
      isEntrance: true,
      on: 'a wiki that sends no mail',
      sends: async ({ newFan }) => ({ who: (await newFan()).name }),
      answers: nobody,
    },
  ],
  [of('requestSignInLinkAction')]: [
    {
      isEntrance: true,
      on: 'a wiki that sends no mail',
      sends: async ({ newFan }) => ({ who: (await newFan()).name }),
      answers: nobody,
    },
  ],
  [of('signInByLinkAction')]: [
    {
      isEntrance: true,
      on: 'a link that nobody was sent',
      sends: async () => ({ token: 'none', next: '/' }),
      answers: nobody,
    },
  ],
  [of('resetPasswordAction')]: [
    {
      isEntrance: true,
      on: 'a link that nobody was sent',
      sends: async () => ({ token: 'none', newPassword: randomUUID() }),
      answers: nobody,
    },
  ],
  [of('renameSelfAction')]: [
    {
      sends: async () => ({ name: newName() }),
      answers: writers,
    },
  ],
  [of('blockAction')]: [
    {
      sends: async ({ newFan }) => ({ accountId: String((await newFan()).id), reason, length: 'day' }),
      answers: moderators,
    },
    {
      on: 'a moderator',
      sends: async ({ newModerator }) => ({ accountId: String(await newModerator()), reason, length: 'day' }),
      answers: '- not_allowed not_allowed not_allowed not_allowed done blocked',
    },
  ],
  'lib/moderation/actions.ts lookUpNetworksAction': [
    {
      sends: async ({ newFan }) => ({ accountId: String((await newFan()).id), reason }),
      answers: moderators,
    },
  ],
  'lib/own-data/actions.ts deleteAccountAction': [
    {
      on: 'the name of somebody else',
      sends: async () => ({ typedName: newName(), currentPassword: 'not mine', stays: 'neutral' }),
      answers: `- ${Array(6).fill('invalid').join(' ')}`,
    },
  ],
  'lib/own-data/actions.ts keepAccountAction': [
    {
      on: 'an account that is not about to go',
      sends: async () => ({}),
      answers: `- ${Array(6).fill('already_decided').join(' ')}`,
    },
  ],
  [of('unblockAction')]: [
    {
      sends: async ({ blockedFan }) => ({ accountId: String(await blockedFan()), reason }),
      answers: moderators,
    },
  ],
  [of('sendAppealAction')]: [
    {
      sends: async () => ({ words: 'I have understood.' }),
      answers: `- ${Array(5).fill('already_decided').join(' ')} done`,
    },
  ],
  [of('answerAppealAction')]: [
    {
      sends: async ({ openAppeal }) => ({
        appealId: String(await openAppeal()),
        outcome: 'stays',
        answer: reason,
      }),
      answers: moderators,
    },
  ],
  [of('muteAction')]: [
    {
      sends: async ({ newFan }) => ({ accountId: String((await newFan()).id), on: 'yes' }),
      answers: members,
    },
  ],
  [of('setRoleAction')]: [
    {
      sends: async ({ newFan }) => ({ accountId: String((await newFan()).id), role: 'trusted', reason }),
      answers: '- not_allowed not_allowed not_allowed not_allowed done blocked',
    },
  ],
  [of('renameAccountAction')]: [
    {
      sends: async ({ newFan }) => ({ accountId: String((await newFan()).id), name: newName(), reason }),
      answers: moderators,
    },
  ],
  [of('renameAuthorAction')]: [
    {
      on: 'an author nobody knows',
      sends: async () => ({ authorId: '987654321', name: newName(), reason }),
      answers: '- not_allowed not_allowed not_allowed not_found not_found blocked',
    },
  ],
}
