// `/activate`: who are you and what is your code, then a password of your own, then you are ready. A login link fills in
// the first step and nothing more.

import { createEffect, Match, Show, Suspense, Switch } from 'solid-js';
import { showCode } from '../../domain/activationCode';
import { useApp, useArrivedLinks } from '../../reactive/AppContext';
import { createCommand } from '../../reactive/createCommand';
import { createLiveQuery } from '../../reactive/createLiveQuery';
import { paths } from '../paths';
import { IdentifyStep } from './IdentifyStep';
import { type ActivationStep, useKiosk } from './KioskContext';
import { ElsewhereStep, PasswordStep, ReadyStep } from './laterSteps';

type Step<At> = Extract<ActivationStep, { at: At }>;

export function ActivateScreen() {
  const app = useApp();
  const kiosk = useKiosk();
  const links = useArrivedLinks();
  const readLink = createCommand(app.readLink);
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

  const fillIn = async (fragment: string) => {
    // Whoever was at the tablet has made room for someone with a link.
    app.session.end();
    const link = await readLink.run(fragment);
    if (!link) return;
    kiosk.goTo(
      link.ok
        ? {
            at: 'identify',
            filled: { ...link.value, code: showCode(link.value.code) },
          }
        : { at: 'identify', refusal: link.error },
    );
  };
  createEffect(() => {
    // On a device without a site there is nothing to fill in: there a link can only be carried on.
    if (organisation()?.status !== 'founded' || readLink.isPending()) return;
    const fragment = links.take(paths.activate);
    if (fragment) void fillIn(fragment);
  });

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
