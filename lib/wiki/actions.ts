'use server'
import { formAction } from '@/lib/operations/form'
import { paths } from '@/lib/routes'
import { changeSetting } from './change-setting'

export const changeSettingAction = formAction(changeSetting, {
  next: ({ setting }) => paths.settings({ done: setting }),
})
