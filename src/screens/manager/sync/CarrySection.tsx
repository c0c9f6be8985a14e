// From tablet to tablet without a network: showing something here, and taking in what another tablet shows.

import { createSignal, Match, Switch } from 'solid-js';
import { carryText as text } from '../../../i18n/carry';
import { useManagerApp } from '../../../reactive/AppContext';
import { createLiveQuery } from '../../../reactive/createLiveQuery';
import { Button } from '../../../ui/Button';
import { Section } from '../../../ui/Page';
import settings from '../SettingsScreen.module.css';
import { CarryDialog } from './CarryDialog';
import { TakeInDialog } from './TakeInDialog';

export function CarrySection() {
  const { sync } = useManagerApp();
  const [open, setOpen] = createSignal<'carry' | 'take in'>();
  const mayCarry = createLiveQuery(() => undefined, sync.mayCarry);
  const reason = () => (mayCarry() === false ? text.noSisters : undefined);
  const close = () => setOpen(undefined);
  return (
    <Section title={text.title}>
      <p class={settings.soft}>{text.intro}</p>
      <div class={settings.buttons}>
        <Button reason={reason()} onPress={() => setOpen('carry')}>
          {text.carry}
        </Button>
        <Button reason={reason()} onPress={() => setOpen('take in')}>
          {text.takeIn}
        </Button>
      </div>
      <Switch>
        <Match when={open() === 'carry'}>
          <CarryDialog onClose={close} />
        </Match>
        <Match when={open() === 'take in'}>
          <TakeInDialog onClose={close} />
        </Match>
      </Switch>
    </Section>
  );
}
