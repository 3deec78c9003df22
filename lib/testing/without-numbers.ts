/** Actions that take no number, or the number only of what everybody reads. */
export const withoutNumbers = [
  'signInAction signUpAction recoverAction keptCodeAction newCodeAction changePasswordAction endOtherSessionsAction',
  'beginSecondStepAction addSecondStepAction newSpareCodesAction removeSecondStepAction',
  'requestSignInLinkAction signInByLinkAction',
  'signUpOutsideAction beginLinkAction unlinkAction',
  'beginPasskeyAction addPasskeyAction askForPasskeyAction passkeySignInAction',
  'addEmailAction removeEmailAction confirmEmailAction sendAppealAction muteAction requestResetAction resetPasswordAction renameSelfAction',
]
  .join(' ')
  .split(' ')
  .map((name) => `accounts ${name}`)
  .concat('own-data deleteAccountAction', 'own-data keepAccountAction')
  .concat('greeting putGreetingAwayAction')
  .concat(
    'facts addFactAction',
    'sources savePlainSource',
    'sources importSourcesAction',
    'revisions revertAction',
    'reports reportAction',
  )
  .concat(['sendOwnWordsAction', 'withdrawOwnWordsAction'].map((name) => `talk/own-words ${name}`))
  .concat('wiki changeSettingAction', 'talk startThreadAction', 'news markNewsReadAction')
  .concat(
    ['changeMailAction', 'changeMailByLinkAction', 'endMailByLinkAction'].map((name) => `news/mail ${name}`),
    'news/mail/decision confirmWishAction',
  )
