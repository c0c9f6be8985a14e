// Where the site's CouchDB is and who the tablets are there. An administrator fills it in, tries it, has the database
// prepared and saves it; everyone else reads what is set.

import { createResource, Show } from 'solid-js';
import { connectionText } from '../../../i18n/connection';
import { useManagerApp } from '../../../reactive/AppContext';
import { DefinitionList } from '../../../ui/DefinitionList';
import { Section } from '../../../ui/Page';
import settings from '../SettingsScreen.module.css';
import { ConnectionForm } from './ConnectionForm';

const text = connectionText.connection;

export function ConnectionSection() {
  const manager = useManagerApp();
  // Read once more after saving, without the form going away under the person.
  const [kept, { refetch }] = createResource(async () => ({ connection: await manager.sync.connection() }));
  const isAdministrator = manager.manager.role === 'admin';
  return (
    <Section title={text.title}>
      <p class={settings.soft}>{isAdministrator ? text.intro : text.onlyAdministrators}</p>
      <Show when={kept.latest}>
        {(answer) => (
          <Show when={isAdministrator} fallback={<Kept connection={answer().connection} />}>
            <ConnectionForm kept={answer().connection} onSaved={() => void refetch()} />
          </Show>
        )}
      </Show>
    </Section>
  );
}

type Connection = Awaited<ReturnType<ReturnType<typeof useManagerApp>['sync']['connection']>>;

function Kept(props: { readonly connection: Connection }) {
  return (
    <Show when={props.connection} fallback={<p>{text.none}</p>}>
      {(connection) => (
        <DefinitionList
          rows={[
            { label: text.url, value: connection().url },
            { label: text.database, value: connection().database },
            { label: text.user, value: connection().user },
          ]}
        />
      )}
    </Show>
  );
}
