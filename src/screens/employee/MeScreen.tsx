// `/me`: an employee's own page, for whoever is signed in. When the session ends by itself, the sign-in screen says why.

import { useNavigate } from '@solidjs/router';
import { createEffect, createSignal, Match, Show, Switch } from 'solid-js';
import { meText } from '../../i18n/employee';
import { useApp } from '../../reactive/AppContext';
import { createOwnAccount } from '../../reactive/createOwnAccount';
import { createSession } from '../../reactive/createSession';
import { Spinner } from '../../ui/Spinner';
import { type Farewell, useKiosk } from '../kiosk/KioskContext';
import { paths } from '../paths';
import { ChangePasswordStep } from './ChangePasswordStep';
import { OwnDetails } from './OwnDetails';

type MeStep = 'details' | 'password' | 'password changed';

export default function MeScreen() {
  const app = useApp();
  const kiosk = useKiosk();
  const navigate = useNavigate();
  const session = createSession();
  const [step, setStep] = createSignal<MeStep>('details');
  const begun = app.session.current();
  const mine = () => {
    const now = session();
    return now.kind === 'employee' ? now : undefined;
  };
  let why: Farewell = 'time over';
  const end = (reason: Farewell) => {
    why = reason;
    app.session.end();
  };
  createEffect(() => {
    if (mine()) return;
    if (begun.kind === 'employee') kiosk.sayFarewell(why);
    navigate(why === 'signed out' ? paths.welcome : paths.signIn, { replace: true });
  });

  return (
    <Show when={begun.kind === 'employee' ? begun : undefined}>
      {(first) => {
        const account = createOwnAccount(() => mine() ?? first());
        createEffect(() => {
          if (mine() && account.isOverruled()) end('account changed');
        });
        return (
          <Show when={mine() && account.employee()} fallback={<Spinner label={meText.loading} />}>
            {(employee) => (
              <Switch>
                <Match when={step() === 'password'}>
                  <ChangePasswordStep
                    employeeId={first().employeeId}
                    onBack={() => setStep('details')}
                    onDone={() => setStep('password changed')}
                  />
                </Match>
                <Match when={true}>
                  <OwnDetails
                    employeeId={first().employeeId}
                    employee={employee()}
                    passUntil={first().passUntil}
                    hasChangedPassword={step() === 'password changed'}
                    onChangePassword={() => setStep('password')}
                    onSignOut={() => end('signed out')}
                  />
                </Match>
              </Switch>
            )}
          </Show>
        );
      }}
    </Show>
  );
}
