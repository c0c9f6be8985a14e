// `/setup`, the first run: founds the organisation and says what the browser answered about keeping the data. Where
// that has been done already, it says so and leads on.

import { createResource, createSignal, Match, Switch } from 'solid-js';
import type { SetUpForm } from '../../app/setUp';
import { sharedText } from '../../i18n/shared';
import { useApp } from '../../reactive/AppContext';
import { createCommand } from '../../reactive/createCommand';
import { KioskFrame } from '../../ui/KioskFrame';
import { AlreadySetUp } from './AlreadySetUp';
import { type KeepingData, SetUpDone } from './SetUpDone';
import { SetUpFields } from './SetUpFields';

interface Founded {
  readonly organisation: string;
  readonly keeping: KeepingData;
}

export default function SetUpScreen() {
  const app = useApp();
  // As it was when the screen opened: what is founded here and now has an ending of its own.
  const [before] = createResource(() => app.queries.organisation());
  const [founded, setFounded] = createSignal<Founded>();
  const setUp = createCommand(app.setUp);
  const start = async (form: SetUpForm) => {
    const done = await setUp.run(form);
    if (done?.ok) setFounded({ organisation: form.organisationName.trim(), keeping: done.value.persistence });
    return done;
  };
  const already = () => {
    const organisation = before();
    return organisation?.status === 'founded' ? organisation.name : undefined;
  };
  return (
    <KioskFrame wordmark={sharedText.product}>
      <Switch>
        <Match when={founded()} keyed>
          {(done) => <SetUpDone organisation={done.organisation} keeping={done.keeping} />}
        </Match>
        <Match when={already()}>{(name) => <AlreadySetUp organisation={name()} />}</Match>
        <Match when={before()}>
          <SetUpFields isPending={setUp.isPending()} onStart={start} />
        </Match>
      </Switch>
    </KioskFrame>
  );
}
