// `/activate`: who are you and what is your code, then a password of your own, then you are ready. A login link fills in
// the first step and nothing more.

import { createEffect, createSignal, Match, on, onCleanup, onMount, Show, Suspense, Switch } from 'solid-js';
import { showCode } from '../../domain/activationCode';
import { useApp } from '../../reactive/AppContext';
import { createLiveQuery } from '../../reactive/createLiveQuery';
import { IdentifyStep } from './IdentifyStep';
import { type ActivationStep, useKiosk } from './KioskContext';
import { ElsewhereStep, PasswordStep, ReadyStep } from './laterSteps';

type Step<At> = Extract<ActivationStep, { at: At }>;

export function ActivateScreen() {
  const app = useApp();
  const kiosk = useKiosk();
  const organisation = createLiveQuery(
    () => undefined,
    () => app.queries.organisation(),
  );
  const step = <At extends ActivationStep['at']>(at: At): Step<At> | undefined => {
    const now = kiosk.activation();
    return now.at === at ? (now as Step<At>) : undefined;
  };

  createEffect(() => {
    if (step('password')) void ReadyStep.preload();
  });

  const takeLink = async () => {
    const fragment = location.hash;
    if (fragment.length < 2) return;
    // The secret leaves the address, and so the history, before anything else happens.
    history.replaceState(history.state, '', location.pathname + location.search);
    if (app.session.current().kind !== 'nobody') app.session.end();
    const link = await app.readLink(fragment);
    kiosk.goTo(
      link.ok
        ? {
            at: 'identify',
            filled: { employeeId: link.value.employeeId, code: showCode(link.value.code) },
          }
        : { at: 'identify', refusal: link.error },
    );
  };
  const [bug, setBug] = createSignal<{ readonly thrown: unknown }>();
  const onLink = () => {
    // On a device without a site the link stays as it is: there it can only be carried on.
    if (organisation()?.status === 'founded') takeLink().catch((thrown: unknown) => setBug({ thrown }));
  };
  createEffect(on(() => organisation()?.status, onLink));
  createEffect(() => {
    const found = bug();
    if (found) throw found.thrown;
  });
  onMount(() => window.addEventListener('hashchange', onLink));
  onCleanup(() => window.removeEventListener('hashchange', onLink));

  return (
    <Show when={organisation()}>
      {(found) => (
        <Suspense>
          <Switch>
            <Match when={found().status === 'unfounded'}>
              <ElsewhereStep />
            </Match>
            <Match when={step('identify')} keyed>
              {(start) => <IdentifyStep start={start} />}
            </Match>
            <Match when={step('password')} keyed>
              {({ checked }) => <PasswordStep checked={checked} />}
            </Match>
            <Match when={step('ready')} keyed>
              {({ firstName }) => <ReadyStep firstName={firstName} />}
            </Match>
          </Switch>
        </Suspense>
      )}
    </Show>
  );
}
