import { AccountSheet } from '@/components/accounts/AccountSheet'
import { SettingsRow } from '@/components/accounts/SettingsRow'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { type SettingKey, settingKeys } from '@/lib/settings/settings'
import type { SettingsView } from '@/lib/wiki/loaders'

/** All settings of the wiki with what they are, and where each is changed. */
export function SettingsList({ view }: { view: SettingsView }) {
  const texts = messages().wiki.settings
  const { change } = messages().ownAccount.settings
  return (
    <AccountSheet title={texts.title} intro={texts.intro}>
      {view.done && (
        <p className="note" role="status">
          {texts.saved(texts.of[view.done].label)}
        </p>
      )}
      <dl className="settings">
        {settingKeys.map((key) => (
          <SettingsRow
            key={key}
            label={texts.of[key].label}
            value={inWords(key, view)}
            to={paths.settings({ of: key })}
            change={change}
          />
        ))}
      </dl>
      <p>
        <a href={paths.log({ act: 'setting.change' })}>{texts.history}</a>
      </p>
    </AccountSheet>
  )
}

/** What a setting is, in words. */
function inWords(key: SettingKey, { settings, featured }: SettingsView): string {
  const texts = messages().wiki.settings
  switch (key) {
    case 'name':
    case 'sentence':
      return settings[key]
    case 'featured_page':
      return featured ?? texts.none
    case 'spoilers_open_after_days':
      return settings[key] === null ? texts.never : texts.days(settings[key])
    case 'sign_up_question':
    case 'sign_up_answers':
      return settings[key] ?? texts.none
    case 'moderators_second_step':
      return settings[key] ? texts.yes : texts.no
    case 'front_blocks':
      return settings[key].map((block) => texts.blocks[block]).join(' · ')
  }
}
