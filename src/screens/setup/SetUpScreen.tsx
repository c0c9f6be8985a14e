// `/setup`, the first run: founds an organisation, or joins one that is there. Where that has been done already, it says
// so and leads on; where a tablet is still receiving everything, it says how far that is.

import { useLocation, useNavigate } from '@solidjs/router';
import { createEffect, createMemo, createResource, createSignal, Match, Switch } from 'solid-js';
import type { SetUpForm } from '../../app/setUp';
import { sharedText } from '../../i18n/shared';
import { useApp, useArrivedLinks } from '../../reactive/AppContext';
import { createCommand } from '../../reactive/createCommand';
import { createLiveQuery } from '../../reactive/createLiveQuery';
import { createSyncView } from '../../reactive/createSync';
import { KioskFrame } from '../../ui/KioskFrame';
import { paths } from '../paths';
import { AlreadySetUp } from './AlreadySetUp';
import { JoinDone } from './JoinDone';
import { JoinFields } from './JoinFields';
import { JoinProgress } from './JoinProgress';
import type { KeepingData } from './KeepingNotice';
import { RestoreFromBackup } from './RestoreFromBackup';
import { SetUpDone } from './SetUpDone';
import { SetUpFields } from './SetUpFields';

interface Founded {
  readonly organisation: string;
  readonly keeping: KeepingData;
}

export default function SetUpScreen() {
  const app = useApp();
  const links = useArrivedLinks();
  const view = createSyncView();
  // As it was when the screen opened: what is founded here and now has an ending of its own.
  const [before] = createResource(() => app.queries.organisation());
  const organisation = createLiveQuery(
    () => undefined,
    () => app.queries.organisation(),
  );
  const name = () => {
    const now = organisation();
    return now?.status === 'founded' ? now.name : undefined;
  };
  const [founded, setFounded] = createSignal<Founded>();
  const setUp = createCommand(app.setUp);
  const start = async (form: SetUpForm) => {
    const done = await setUp.run(form);
    if (done?.ok) setFounded({ organisation: form.organisationName.trim(), keeping: done.value.persistence });
    return done;
  };

  // Which way was chosen stands in the address: the browser's Back button and a reload lead where one expects.
  const location = useLocation();
  const navigate = useNavigate();
  const isAt = (path: string) => `${location.pathname}${location.search}` === path;
  const goBack = () => navigate(paths.setUp, { replace: true });
  const [link, setLink] = createSignal('');
  createEffect(() => {
    const fragment = links.take(paths.setUp);
    if (fragment === undefined) return;
    setLink(`${window.location.origin}${paths.setUp}${fragment}`);
    navigate(paths.join, { replace: true });
  });
  /** Also when everything that was there has come, and the organisation was not among it. */
  const isArriving = () => {
    const now = view();
    const isKnown = organisation() !== undefined;
    return isKnown && now.status === 'on' && (now.joining || name() === undefined);
  };
  const [restored, setRestored] = createSignal<string>();
  const isUnfinished = () => {
    const now = view();
    return now.status === 'off' && now.isUnfinished === true;
  };
  // From then on it stays: what is left of it ends on that screen.
  const wasUnfinished = createMemo((was: boolean) => was || isUnfinished(), false);
  const hasArrived = createMemo((had: boolean) => had || isArriving(), false);
  const already = () => {
    const found = before();
    return found?.status === 'founded' ? found.name : undefined;
  };
  return (
    <KioskFrame wordmark={sharedText.product}>
      <Switch>
        <Match when={founded()} keyed>
          {(done) => <SetUpDone organisation={done.organisation} keeping={done.keeping} />}
        </Match>
        <Match when={restored()}>{(organisation) => <JoinDone organisation={organisation()} />}</Match>
        <Match when={wasUnfinished() || isAt(paths.restore)}>
          <RestoreFromBackup
            isUnfinished={isUnfinished()}
            onDone={setRestored}
            onBack={
              before()?.status === 'unfounded' && view().status === 'off' && !isUnfinished()
                ? goBack
                : undefined
            }
          />
        </Match>
        <Match when={isArriving()}>
          <JoinProgress />
        </Match>
        <Match when={hasArrived() && name()}>{(joined) => <JoinDone organisation={joined()} />}</Match>
        <Match when={view().status !== 'starting' && already()}>
          {(found) => <AlreadySetUp organisation={found()} />}
        </Match>
        <Match when={view().status !== 'starting' && before() && isAt(paths.join)}>
          <JoinFields link={link()} onBack={goBack} />
        </Match>
        <Match when={view().status !== 'starting' && before()}>
          <SetUpFields
            isPending={setUp.isPending()}
            onStart={start}
            onJoin={() => navigate(paths.join)}
            onRestore={() => navigate(paths.restore)}
          />
        </Match>
      </Switch>
    </KioskFrame>
  );
}
