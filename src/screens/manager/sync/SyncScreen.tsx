// `/manage/sync`: how the exchange with the other tablets stands, where it goes through, which tablets there are, and the
// organisation's own code.

import { syncText } from '../../../i18n/sync';
import { createSyncFigures, createSyncSummary, createSyncView } from '../../../reactive/createSync';
import { createTablets } from '../../../reactive/createTablets';
import { ManagerPage } from '../ManagerPage';
import styles from '../SettingsScreen.module.css';
import { BackupSection } from './BackupSection';
import { CarrySection } from './CarrySection';
import { ConnectionSection } from './ConnectionSection';
import { OrganisationCodeSection } from './OrganisationCodeSection';
import { StateSection } from './StateSection';
import { TabletsSection } from './TabletsSection';

export default function SyncScreen() {
  const view = createSyncView();
  const summary = createSyncSummary(view);
  const figures = createSyncFigures(view);
  const tablets = createTablets();
  return (
    <ManagerPage title={syncText.title} intro={syncText.intro} width="reading">
      <div class={styles.sections}>
        <StateSection view={view()} summary={summary()} figures={figures} known={tablets()} />
        <ConnectionSection />
        <TabletsSection isOn={view().status === 'on'} known={tablets()} />
        <CarrySection />
        <OrganisationCodeSection />
        <BackupSection />
      </div>
    </ManagerPage>
  );
}
