// The settings: what this tablet is, how safe its data is, the app's version, the rules in force, one's own passcode.

import { settingsText } from '../../i18n/settings';
import { CodeLifetimesSection } from './CodeLifetimesSection';
import { ManagerPage } from './ManagerPage';
import { PasscodeSection } from './PasscodeSection';
import { RulesSection } from './RulesSection';
import styles from './SettingsScreen.module.css';
import { StorageSection } from './StorageSection';
import { TabletSection } from './TabletSection';
import { VersionSection } from './VersionSection';

export default function SettingsScreen() {
  return (
    <ManagerPage title={settingsText.title} width="reading">
      <div class={styles.sections}>
        <TabletSection />
        <StorageSection />
        <VersionSection />
        <CodeLifetimesSection />
        <PasscodeSection />
        <RulesSection />
      </div>
    </ManagerPage>
  );
}
