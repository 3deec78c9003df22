/** What an owner decides about the wiki itself. */
export const wiki = {
  field: {
    missing: 'No page of this kind has such a field.',
    same: 'The field is like that already.',
    giveLabel: 'Please name the field.',
    chooseType: 'Please choose one of the types.',
  },
}
