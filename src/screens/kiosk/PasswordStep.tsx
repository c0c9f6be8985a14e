// The second step of activating: a password of their own, and an email address if they like. Only its button redeems
// the code.

import { createSignal, onMount } from 'solid-js';
import type { CheckedCode } from '../../app/activation';
import { isPasswordRefusal } from '../../domain/passwordRules';
import { newPasswordText as text } from '../../i18n/activation';
import { sentence } from '../../i18n/failures';
import { kioskText } from '../../i18n/kiosk';
import { useApp } from '../../reactive/AppContext';
import { createCommand } from '../../reactive/createCommand';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { SetPassword } from '../../ui/illustrations/SetPassword';
import { KioskQuestion } from '../../ui/KioskQuestion';
import { createHeading } from '../createHeading';
import { createNewPassword, NewPasswordFields } from '../NewPasswordFields';
import form from './form.module.css';
import { createWayBack, useKiosk } from './KioskContext';

export default function PasswordStep(props: { readonly checked: CheckedCode }) {
  const app = useApp();
  const kiosk = useKiosk();
  const heading = createHeading(() => text.documentTitle);
  const goBack = () => {
    // An activation that is still under way must not sign anybody in.
    app.session.end();
    kiosk.goTo({ at: 'identify' });
  };
  createWayBack(() => ({ word: kioskText.back, onPress: goBack }));
  onMount(app.warmUp);
  const [email, setEmail] = createSignal('');
  let emailInput: HTMLInputElement | undefined;
  const activate = createCommand((chosen: { password: string; personalEmail: string }) =>
    app.activate(props.checked, chosen),
  );
  const fields = createNewPassword(() => ({
    employeeId: props.checked.employeeId,
    ...(props.checked.voucher ? { voucher: props.checked.voucher.content } : {}),
  }));

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (activate.isPending() || !fields.isReady()) return;
    const { firstName } = props.checked;
    const activated = await activate.run({ password: fields.password(), personalEmail: email() });
    if (activated === undefined) return;
    if (activated.ok) kiosk.goTo({ at: 'ready', firstName });
    else if (activated.error.type === 'emailUnreadable') emailInput?.focus();
    else if (isPasswordRefusal(activated.error)) fields.inputs.password?.focus();
    // The code was used, replaced or ended while they were choosing: they need to hear it where codes are entered.
    else kiosk.goTo({ at: 'identify', refusal: activated.error });
  };

  return (
    <KioskQuestion
      title={text.title(props.checked.firstName)}
      titleRef={heading}
      intro={text.intro}
      picture={<SetPassword />}
    >
      <form class={form.form} data-dense="" onSubmit={submit} noValidate>
        <NewPasswordFields fields={fields} />
        <Field
          label={text.email}
          optionalWord={text.emailOptional}
          error={
            activate.refusal()?.type === 'emailUnreadable' ? sentence({ type: 'emailUnreadable' }) : undefined
          }
          kind="email"
          inputMode="email"
          value={email()}
          onInput={(typed) => {
            setEmail(typed);
            activate.reset();
          }}
          enterKeyHint="go"
          ref={(input) => {
            emailInput = input;
          }}
        />
        <Button
          type="submit"
          variant="primary"
          size="kiosk"
          wide
          busy={activate.isPending() ? text.busy : undefined}
        >
          {text.go}
        </Button>
      </form>
    </KioskQuestion>
  );
}
