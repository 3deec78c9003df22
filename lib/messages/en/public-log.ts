interface ActInWords {
  /** In the filter. */
  name: string
  /** Between who did it and what it was done to: "Rosa blocked Tom". */
  did: string
  /** After who did it, where it was done to nobody else. */
  alone?: string
}

const acts = {
  'account.appoint': {
    name: 'Roles given',
    did: 'gave another role to',
    alone: 'was given a role by whoever runs this wiki',
  },
  'account.block': { name: 'Blocks', did: 'blocked' },
  'account.earn-trust': { name: 'Trust earned', did: 'accepted the edit that earned trust for' },
  'account.rename': { name: 'Names changed', did: 'changed the name of', alone: 'changed their own name' },
  'account.unblock': { name: 'Blocks lifted', did: 'lifted the block of' },
  'author.rename': {
    name: 'Names of authors elsewhere changed',
    did: 'changed the name of an author of another wiki',
    alone: 'changed the name of an author of another wiki',
  },
  'comment.hide': { name: 'Comments hidden', did: 'hid a comment in the talk of', alone: 'hid a comment' },
  'comment.unhide': {
    name: 'Comments shown again',
    did: 'showed a comment again in the talk of',
    alone: 'showed a comment again',
  },
  'entry.alias': { name: 'Addresses added', did: 'gave another address to' },
  'entry.delete': { name: 'Deletions', did: 'deleted' },
  'entry.hide': { name: 'Versions hidden', did: 'hid versions of' },
  'entry.merge': { name: 'Merges', did: 'merged into another' },
  'entry.protect': { name: 'Protections', did: 'protected' },
  'entry.rename': { name: 'Renames', did: 'renamed' },
  'entry.unalias': { name: 'Addresses taken away', did: 'took an address from' },
  'entry.undelete': { name: 'Restorations', did: 'restored' },
  'entry.unhide': { name: 'Versions shown again', did: 'showed versions again of' },
  'entry.unprotect': { name: 'Protections lifted', did: 'lifted the protection of' },
  'field.change': {
    name: 'Fields changed',
    did: 'changed a field of the infoboxes of',
    alone: 'changed a field of the infoboxes',
  },
  'setting.change': {
    name: 'Settings changed',
    did: 'changed a setting of',
    alone: 'changed a setting of the wiki',
  },
} satisfies Record<string, ActInWords>

/** The public log, with the words of every public act. */
export const publicLog = {
  title: 'Public log',
  intro: 'What those with special rights did, and why, the newest first. Edits are in the recent changes.',
  act: 'Show',
  everyAct: 'Everything',
  apply: 'Show',
  about: 'Only what concerns',
  everything: 'Show all',
  empty: 'Nothing was done here yet.',
  ofEntry: 'Its log',
  ofAccount: 'Log of this account',
  /** After what was done: which setting was changed. */
  setting: (label: string) => `: ${label}`,
  acts: acts as Record<keyof typeof acts, ActInWords>,
}
