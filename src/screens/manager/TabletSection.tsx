// What this tablet is: its name, its site, its organisation; and what is chosen for it alone.

import { Show } from 'solid-js';
import { settingsText as text } from '../../i18n/settings';
import { useApp } from '../../reactive/AppContext';
import { createCues } from '../../reactive/createCues';
import { createLiveQuery } from '../../reactive/createLiveQuery';
import { Checkbox } from '../../ui/Checkbox';
import { DefinitionList } from '../../ui/DefinitionList';
import { Section } from '../../ui/Page';

export function TabletSection() {
  const app = useApp();
  const cues = createCues();
  const answer = createLiveQuery(
    () => undefined,
    async () => ({ organisation: await app.queries.organisation(), tablet: await app.queries.tablet() }),
  );
  const rows = () => {
    const { organisation, tablet } = answer() ?? {};
    const founded = organisation?.status === 'founded' ? organisation : undefined;
    const added = tablet?.status === 'added' ? tablet : undefined;
    const site = founded?.sites.find(({ siteId }) => siteId === added?.siteId);
    return [
      { label: text.name, value: added?.name ?? text.notKnown },
      { label: text.site, value: site?.name ?? text.notKnown },
      { label: text.organisation, value: founded?.name ?? text.notKnown },
      { label: text.companyCode, value: founded?.companyCode ?? text.notKnown },
      { label: text.device, value: <code>{app.device}</code> },
    ];
  };
  return (
    <Section title={text.tablet}>
      <DefinitionList rows={rows()} />
      <Show when={cues.areOn() !== undefined}>
        <Checkbox
          label={text.cues}
          hint={text.cuesHint}
          checked={cues.areOn() === true}
          onChange={cues.turn}
        />
      </Show>
    </Section>
  );
}
