'use server'
import { addEmail, removeEmail } from '@/lib/accounts/email/add-email'
import { confirmEmail } from '@/lib/accounts/email/confirm-email'
import { requestReset, requestSignInLink } from '@/lib/accounts/email/request-reset'
import { resetPassword } from '@/lib/accounts/email/reset-password'
import { signInByLink } from '@/lib/accounts/email/sign-in-by-link'
import { endOwnSession } from '@/lib/accounts/end-sessions'
import { renameAccount, renameSelf } from '@/lib/accounts/names/rename-account'
import { renameAuthor } from '@/lib/accounts/names/rename-author'
import { beginLink, unlinkOutside } from '@/lib/accounts/outside/link'
import { signUpOutside } from '@/lib/accounts/outside/sign-up-outside'
import { addPasskey, beginPasskey } from '@/lib/accounts/passkeys/add-passkey'
import { removePasskey } from '@/lib/accounts/passkeys/remove-passkey'
import { askForPasskey, signInWithPasskey } from '@/lib/accounts/passkeys/sign-in-with-passkey'
import { changePassword } from '@/lib/accounts/passwords/change-password'
import { newRecoveryCode } from '@/lib/accounts/passwords/new-recovery-code'
import { recoverWithCode } from '@/lib/accounts/passwords/recover-with-code'
import { codeIsKept } from '@/lib/accounts/passwords/session-recovery-code'
import { newSpareCodes, removeSecondStep } from '@/lib/accounts/second-step/change-second-step'
import { beginSettingUp, finishSettingUp } from '@/lib/accounts/second-step/set-up-second-step'
import { formAction } from '@/lib/operations/form'
import { paths } from '@/lib/routes'
import { answerAppeal } from './appeals/answer-appeal'
import { sendAppeal } from './appeals/send-appeal'
import { blockAccount } from './block-account'
import {
  endOthersFromHere,
  enterHere,
  enterWithCode,
  enterWithSpareCodes,
  goOutside,
  showCode,
  showSpareCodes,
  stayHere,
} from './enter'
import { changeMute } from './mutes/change-mute'
import { wayOnSchema } from './schema'
import { setRole } from './set-role'
import { checkSignIn } from './sign-in'
import { signUp } from './sign-up'
import { unblockAccount } from './unblock-account'

const toSecondStep = { next: () => paths.secondStep() }
const on = ({ next }: { next: string }) => next
const toPath = { next: ({ path }: { path: string }) => path }

export const signInAction = formAction(checkSignIn, { also: wayOnSchema, after: enterHere, next: on })
export const signUpAction = formAction(signUp, { also: wayOnSchema, after: enterWithCode, next: on })
export const recoverAction = formAction(recoverWithCode, {
  also: wayOnSchema,
  after: enterWithCode,
  next: on,
})
export const keptCodeAction = formAction(codeIsKept, {
  also: wayOnSchema,
  next: (_, { next }) => next,
})
export const newCodeAction = formAction(newRecoveryCode, { also: wayOnSchema, after: showCode, next: on })
export const changePasswordAction = formAction(changePassword, {
  after: stayHere,
  next: () => paths.account({ done: 'password' }),
})
export const endSessionAction = formAction(endOwnSession, { next: () => paths.sessions() })
export const endOtherSessionsAction = formAction(endOthersFromHere, { next: () => paths.sessions() })
export const addEmailAction = formAction(addEmail, { next: () => paths.accountEmail() })
export const removeEmailAction = formAction(removeEmail, {
  next: () => paths.account({ done: 'email-removed' }),
})
export const confirmEmailAction = formAction(confirmEmail, { next: () => paths.confirmEmail({ done: 1 }) })
export const requestResetAction = formAction(requestReset, { next: () => paths.forgotPassword({ sent: 1 }) })
export const requestSignInLinkAction = formAction(requestSignInLink, {
  next: () => paths.signInByMail({ sent: 1 }),
})
export const signInByLinkAction = formAction(signInByLink, { also: wayOnSchema, after: enterHere, next: on })
export const resetPasswordAction = formAction(resetPassword, { next: () => paths.signIn({ done: 'reset' }) })
export const renameSelfAction = formAction(renameSelf, { next: () => paths.account({ done: 'name' }) })
export const blockAction = formAction(blockAccount, toPath)
export const unblockAction = formAction(unblockAccount, toPath)
export const renameAccountAction = formAction(renameAccount, toPath)
export const setRoleAction = formAction(setRole, toPath)
export const renameAuthorAction = formAction(renameAuthor, toPath)
export const signUpOutsideAction = formAction(signUpOutside, {
  also: wayOnSchema,
  after: enterWithCode,
  next: on,
})
export const beginLinkAction = formAction(beginLink, {
  after: goOutside,
  next: ({ provider }) => paths.outsideAccounts({ go: provider }),
})
export const unlinkAction = formAction(unlinkOutside, { next: () => paths.account({ done: 'unlinked' }) })
export const beginPasskeyAction = formAction(beginPasskey)
export const addPasskeyAction = formAction(addPasskey, { next: () => paths.passkeys() })
export const removePasskeyAction = formAction(removePasskey, { next: () => paths.passkeys() })
export const askForPasskeyAction = formAction(askForPasskey)
export const passkeySignInAction = formAction(signInWithPasskey, {
  also: wayOnSchema,
  after: enterHere,
  next: on,
})
export const beginSecondStepAction = formAction(beginSettingUp, toSecondStep)
export const addSecondStepAction = formAction(finishSettingUp, {
  after: enterWithSpareCodes,
  ...toSecondStep,
})
export const newSpareCodesAction = formAction(newSpareCodes, { after: showSpareCodes, ...toSecondStep })
export const removeSecondStepAction = formAction(removeSecondStep, {
  next: () => paths.account({ done: 'second-step-removed' }),
})
export const sendAppealAction = formAction(sendAppeal, toPath)
export const answerAppealAction = formAction(answerAppeal, toPath)
export const muteAction = formAction(changeMute, toPath)
