import { dayInWords, moment } from './dates'
import { ownTurn } from './own-turn'
import { blockRules } from './safety'
import { upTo } from './up-to'

/** Signing in, accounts, blocks, and why something is not allowed. */
export const accounts = {
  failed: 'That did not work, and it was not your doing. Your words are still here: try again in a moment.',
  tooMany: (seconds: number) => {
    const minutes = Math.ceil(seconds / 60)
    return `That was too often in a short time. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`
  },
  backTo: (name: string) => `Back to ${name}`,
  checkMarked: 'Please look at what is marked below.',
  roles: {
    fan: 'You are new here: what you write is looked at before it goes live.',
    trusted: 'You are a trusted editor: most of what you write goes live at once.',
    moderator: 'You are a moderator: you review what others send.',
    owner: 'You are an owner of this wiki.',
    system: 'This account belongs to the wiki itself.',
  },
  signIn: {
    title: 'Sign in',
    submit: 'Sign in',
    busy: 'Signing in…',
    wrong: 'There is no such name with this password. Check both and try again.',
    noAccount: 'New here?',
    makeOne: 'Create an account',
  },
  outside: {
    signIn: (site: string) => `Sign in with ${site}`,
    newTitle: 'Choose your name',
    newIntro: 'You are new here. With a name you have an account; until then nothing is kept.',
    haveOne: 'You have an account here? Then sign in and link it:',
    isKnown: 'This account has been used here meanwhile. Sign in with it.',
    failed: {
      down: 'That site does not answer at the moment. Try again later, or sign in another way.',
      refused: 'That site did not let you go on, or you called it off. Nothing has changed here.',
      answer:
        'What that site answered is not right, so nobody was signed in. Try again, or sign in another way.',
      lost: 'That took too long, or began in another browser. Please start again.',
      other: 'With that alone you cannot sign in here. Sign in another way.',
      linked: 'That account is linked already, to yours or to another one here. Nothing has changed.',
    },
  },
  passkey: {
    signIn: 'Sign in with a passkey',
    busy: 'Waiting for your device…',
    refused:
      'This passkey is not known here, or its answer came too late. Try again, or sign in another way.',
    notDone: 'Your device gave no passkey. Try again, or go on without.',
    only: 'This wiki asks you to sign in with more than a password. Sign in with your passkey.',
  },
  secondStep: {
    ask: 'One more step: this account asks for a code.',
    needed: 'Type the code that your app shows now, or one of your spare codes.',
    wrong:
      'This code is not right, or has been used. Wait for the next one in your app, or use a spare code.',
    tooLate: 'That took too long. Please sign in again from the start.',
    label: 'Code',
    hint: 'Six digits from your app. If you do not have it here, a spare code does the same, once.',
    again: 'Start again',
    inline:
      'This account asks for a code, too, when you sign in. Sign in on the other page, then send this again.',
  },
  signUp: {
    title: 'Create an account',
    intro: 'With an account you can edit pages, add facts and sources, and be credited for it.',
    submit: 'Create account',
    busy: 'Creating your account…',
    nameHint:
      'Everybody sees it next to what you write. Better not your real name: choose one that does not lead to you.',
    passwordHint: (least: number) =>
      `At least ${least} characters. A few unrelated words are easy to keep and hard to guess.`,
    haveOne: 'You have one already?',
    question: (question: string) => `A question first: ${question}`,
    answer: (question: string) => `Please answer the question: ${question}`,
    answerLabel: 'Your answer',
    busyNow:
      'Many accounts are being made just now. Wait a minute, then press the button again: what you typed is still here.',
    busyElsewhere:
      'Many accounts are being made just now. Make yours on the page “Create an account” in another tab, then send this with it.',
  },
  account: {
    title: 'Your account',
    submissions: 'Your submissions',
    turn: ownTurn,
    waiting: (count: number) =>
      count === 0
        ? 'Nothing of yours waits for review.'
        : count === 1
          ? 'One waits for review.'
          : `${count} wait for review.`,
    contributions: 'Your contributions',
    contributionsHint: 'As everybody sees them.',
    review: 'Review',
    toReview: (count: number) =>
      count === 0 ? 'Nothing waits for you.' : count === 1 ? 'One edit waits.' : `${upTo(count)} edits wait.`,
    signOut: 'Sign out',
  },
  block: {
    heading: 'Block an account',
    title: (name: string) => `Block ${name}`,
    intro: 'A blocked account can still read and stays signed in, but nothing can be saved with it.',
    reason: 'Reason',
    reasonHint: 'The account reads it, and it is kept on record. Say what should change.',
    giveReason: 'Give a reason: the account will read it.',
    rule: 'By which rule',
    rules: blockRules,
    length: 'For how long',
    chooseLength: 'Choose for how long.',
    lengths: {
      day: 'One day',
      three: 'Three days',
      week: 'One week',
      month: '30 days',
      year: 'One year',
      lifted: 'Until somebody lifts it',
    },
    submit: 'Block this account',
    busy: 'Blocking…',
    already: 'This account is blocked already. Reload the page to see by whom and why.',
    none: 'This account is not blocked any more. Reload the page.',
  },
  unblock: {
    title: (name: string) => `Unblock ${name}`,
    standing: (block: { reason: string; by: { name: string }; since: Date; until: Date | null }) =>
      `${block.by.name} blocked this account on ${moment(block.since)}, ${
        block.until ? `until ${moment(block.until)}` : 'until somebody lifts it'
      }. The reason given: ${block.reason}`,
    reason: 'Why the block is lifted',
    submit: 'Lift the block',
    busy: 'Lifting…',
  },
  rename: {
    heading: 'Change a name',
    title: (name: string) => `Change the name of ${name}`,
    intro:
      'The new name replaces the old one everywhere at once: in histories, recent changes, reviews and blocks. Nothing keeps the old one. Whoever the account belongs to signs in with the new name from then on.',
    name: 'New name',
    reason: 'Reason',
    reasonHint: 'Everybody can read it in the public log. Do not repeat a name that should be gone.',
    giveReason: 'Give a reason: the public log shows it.',
    same: 'This is the name of the account already.',
    submit: 'Change the name',
    busy: 'Changing the name…',
  },
  setRole: {
    heading: 'Change what an account may do',
    title: (name: string) => `What may ${name} do?`,
    intro: 'It applies from their next click on. The public log says who changed it, and why.',
    role: 'Role',
    roles: {
      fan: 'Fan: edits wait for review',
      trusted: 'Trusted: wording goes live at once, and small edits of others can be decided',
      moderator: 'Moderator: decides edits, protects, deletes, blocks, answers reports',
      owner: 'Owner: everything, these roles included. No other owner can take it back',
    },
    chooseRole: 'Choose a role.',
    reason: 'Reason',
    reasonHint: 'Everybody can read it in the public log.',
    already: 'The account has this role already.',
    submit: 'Change the role',
    busy: 'Changing the role…',
  },
  renameAuthor: {
    title: (name: string, wiki: string) => `Change the name of ${name} (on ${wiki})`,
    intro:
      'Texts imported from another wiki name their authors. The new name is in every history at once, and nothing keeps the old one.',
    taken: 'An author of that wiki has this name already.',
    empty: 'Give the author a name.',
    same: 'This is the name of the author already.',
  },
  name: {
    label: 'Name',
    empty: 'Give yourself a name.',
    tooLong: (most: number) => `A name has at most ${most} characters.`,
    unseen: 'This name has characters that nobody can see or tell apart. Type it with ordinary letters.',
    noLetter: 'A name needs at least one letter or digit.',
    mixed: 'This name mixes alphabets that look alike. Use one of them.',
    taken: 'This name, or one that looks like it, is taken. Choose another.',
  },
  password: {
    label: 'Password',
    tooShort: (least: number) =>
      `A password has at least ${least} characters. A few unrelated words make a good one.`,
    tooLong: (most: number) => `This password is too long: ${most} bytes are the most.`,
    unreadable: 'This password has characters that cannot be stored.',
    guessable: (why: string | null) =>
      `This password is easily guessed. ${why ?? 'A few more unrelated words make it safe.'}`,
  },
  refused: {
    notFound: 'There is nothing here.',
    secondStepFirst:
      'This wiki asks moderators for a second step when they sign in. Add one under “Your account”, then go on.',
    notSignedIn: 'Sign in first. Your words are still here.',
    notFromHere: 'This is taken only from a page of this wiki.',
    leaving: (until: string) =>
      `Your account is to be deleted on ${dayInWords(new Date(until))}. Keep it first, on the page of your account.`,
    blocked: (reason: string | null, until: string | null, rule: string | null) => {
      if (reason === null) return 'Your account is blocked, so nothing can be saved with it.'
      const by = blockRules[rule as keyof typeof blockRules] ?? blockRules.other
      const end = until ? `until ${moment(new Date(until))}` : 'until a moderator lifts the block'
      return `Your account is blocked ${end}, so nothing can be saved with it. The rule: ${by} Your account’s page says how to contest it. The reason given: “${reason}”`
    },
    notAllowed: {
      propose: 'This page was deleted and cannot be edited.',
      publish: 'This needs review before it goes live.',
      decide: 'Somebody else has to decide this one.',
      amend: 'Only its author amends a submission, until it is published.',
      withdraw: 'Only its author takes a submission back, while it waits.',
      reopen: 'This cannot be sent again in the same words. Amend it, and it is looked at again.',
      revert: 'Your account cannot revert here. You can edit the page and send that for review.',
      protect: 'Only moderators change the protection of a page.',
      delete: 'Only moderators delete and restore pages.',
      rename: 'Only moderators rename pages.',
      withhold: 'Only moderators withhold what was published.',
      suppress: 'Only the owners of the wiki suppress what was published.',
      block: 'Your account cannot block this one.',
      setRole: 'Only the owners of the wiki change what an account may do.',
      renameAccount: 'Your account cannot change this name.',
      readLookUps: 'Only the owners of the wiki read who looked up networks.',
      renameAuthor: 'Only moderators change the name of an author of another wiki.',
      moderate: 'The review screen is for moderators.',
      report: 'This cannot be reported.',
      handleReports: 'Reports are for moderators.',
      changeKinds: 'Only owners decide what kinds of pages there are.',
      changeSettings: 'Only owners change the settings of the wiki.',
      comment: 'What this is about was deleted, and nothing more is written about it.',
      commentAtOnce: 'Somebody looks at this before others see it.',
      converse: 'Only its author and moderators talk about a submission here.',
      mention: 'Your account cannot mention others yet.',
      editComment: 'A comment can be changed by its author, for an hour. Write another one.',
      withdrawComment: 'Only its author takes a comment back, until somebody has looked at it.',
      decideComment: 'A moderator other than its author decides this comment.',
      check: 'You wrote this, or brought the source: somebody else has to look.',
      thank: 'Once an edit of yours is published you can thank others for theirs.',
      writeOwnWords: 'Once your edits go live at once you can write about yourself.',
      decideOwnWords: 'A moderator other than their author decides these words.',
      settle: 'Only who began a thread, and people with more rights here, say that it is settled.',
    },
  },
}
