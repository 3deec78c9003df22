import { AccountSheet } from '@/components/accounts/AccountSheet'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import type { SettingKey } from '@/lib/settings/settings'
import type { SettingsView } from '@/lib/wiki/loaders'
import { SettingForm, type SettingValue } from './SettingForm'

/** The form of one setting of the wiki. */
export function SettingSheet({ of, view }: { of: SettingKey; view: SettingsView }) {
  const texts = messages().wiki.settings
  return (
    <AccountSheet title={texts.of[of].label}>
      <SettingForm of={of} value={valueInForm(of, view)} />
      <p className="aside">
        <a href={paths.settings()}>{texts.back}</a>
      </p>
    </AccountSheet>
  )
}

function valueInForm(key: SettingKey, { settings, featured }: SettingsView): SettingValue {
  if (key === 'front_blocks' || key === 'moderators_second_step') return settings[key]
  if (key === 'featured_page') return featured ?? ''
  return String(settings[key] ?? '')
}
