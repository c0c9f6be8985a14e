// The rules for passwords and codes, and where they knowingly differ from the standards.

import { For, Show } from 'solid-js';
import { settingsText as text } from '../../i18n/settings';
import { Section } from '../../ui/Page';
import styles from './SettingsScreen.module.css';

const rules: readonly { readonly name: string; readonly rule: string; readonly differs?: string }[] = [
  { name: text.rulePasswords, rule: text.rulePasswordsText, differs: text.rulePasswordsDiffers },
  { name: text.rulePasscodes, rule: text.rulePasscodesText },
  { name: text.ruleCodes, rule: text.ruleCodesText, differs: text.ruleCodesDiffers },
  { name: text.ruleTries, rule: text.ruleTriesText },
  { name: text.ruleSessions, rule: text.ruleSessionsText },
  { name: text.ruleStorage, rule: text.ruleStorageText, differs: text.ruleStorageDiffers },
];

export function RulesSection() {
  return (
    <Section title={text.rules}>
      <p class={styles.soft}>{text.rulesIntro}</p>
      <dl class={styles.rules}>
        <For each={rules}>
          {({ name, rule, differs }) => (
            <div class={styles.rule}>
              <dt>{name}</dt>
              <dd>
                {rule}
                <Show when={differs}>
                  <p class={styles.differs}>
                    <strong>{text.differs}</strong> {differs}
                  </p>
                </Show>
              </dd>
            </div>
          )}
        </For>
      </dl>
    </Section>
  );
}
