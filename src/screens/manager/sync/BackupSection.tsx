// One sealed file with everything, and taking one in again. Administrators only.

import { createSignal, Match, Switch } from 'solid-js';
import { backupText as text } from '../../../i18n/backup';
import { useManagerApp } from '../../../reactive/AppContext';
import { Button } from '../../../ui/Button';
import { Section } from '../../../ui/Page';
import settings from '../SettingsScreen.module.css';
import { MakeBackupDialog } from './MakeBackupDialog';
import { TakeInBackupDialog } from './TakeInBackupDialog';

export function BackupSection() {
  const { manager } = useManagerApp();
  const [open, setOpen] = createSignal<'make' | 'take in'>();
  const reason = manager.role === 'admin' ? undefined : text.needsAdmin;
  const close = () => setOpen(undefined);
  return (
    <Section title={text.title}>
      <p class={settings.soft}>{text.intro}</p>
      <div class={settings.buttons}>
        <Button reason={reason} onPress={() => setOpen('make')}>
          {text.make}
        </Button>
        <Button reason={reason} onPress={() => setOpen('take in')}>
          {text.takeIn}
        </Button>
      </div>
      <Switch>
        <Match when={open() === 'make'}>
          <MakeBackupDialog onClose={close} />
        </Match>
        <Match when={open() === 'take in'}>
          <TakeInBackupDialog onClose={close} />
        </Match>
      </Switch>
    </Section>
  );
}
