// The first step of activating: Employee ID and activation code. A slip in a code is told as soon as the code is
// complete, and costs no try.

import QrCode from 'lucide-solid/icons/qr-code';
import { createSignal, Show } from 'solid-js';
import { CODE_LENGTH, parseActivationCode, showCode, tidyCode } from '../../domain/activationCode';
import { sentence } from '../../i18n/failures';
import { kioskText } from '../../i18n/kiosk';
import { useApp } from '../../reactive/AppContext';
import { createCommand } from '../../reactive/createCommand';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { TypeTheCode } from '../../ui/illustrations/TypeTheCode';
import { KioskQuestion } from '../../ui/KioskQuestion';
import { Notice } from '../../ui/Notice';
import { createHeading } from '../createHeading';
import { paths } from '../paths';
import { RefusalNotice } from '../RefusalNotice';
import { createGoOn } from './createGoOn';
import { employeeIdProblem } from './employeeIdProblem';
import form from './form.module.css';
import type { ActivationStep } from './KioskContext';
import { PasswordStep } from './laterSteps';
import { createTypingPad, TypingPad } from './TypingPad';

const text = kioskText.identify;

export function IdentifyStep(props: { readonly start: Extract<ActivationStep, { at: 'identify' }> }) {
  const app = useApp();
  const goOn = createGoOn();
  const heading = createHeading(() => text.title);
  const pad = createTypingPad();
  const [employeeId, setEmployeeId] = createSignal(props.start.filled?.employeeId ?? '');
  const [code, setCode] = createSignal(props.start.filled?.code ?? '');
  const [active, setActive] = createSignal<'id' | 'code'>('id');
  const [isAsked, setIsAsked] = createSignal(false);
  const [isTouched, setIsTouched] = createSignal(false);
  const inputs: { id?: HTMLInputElement; code?: HTMLInputElement } = {};
  const check = createCommand(app.checkCode);
  /** Sealed for this very ID and code: whoever types others has none. */
  const voucher = () => {
    const { filled } = props.start;
    const isAsFilled = filled?.employeeId === employeeId() && filled.code === code();
    return isAsFilled && filled.voucher !== undefined ? { voucher: filled.voucher } : {};
  };

  const idProblem = () => employeeIdProblem(employeeId(), isAsked());
  const codeProblem = () => {
    const parsed = parseActivationCode(code());
    const isTold = !parsed.ok && (isAsked() || parsed.error.type !== 'codeIncomplete');
    return isTold ? sentence(parsed.error) : undefined;
  };
  const touch = () => {
    setIsAsked(false);
    setIsTouched(true);
    // A wait goes on whatever is typed.
    if (check.refusal()?.type !== 'waitBeforeNextTry') check.reset();
  };
  const takeCode = (typed: string) => {
    touch();
    // A little room beyond the code, so that one symbol too many is seen and not swallowed.
    setCode(showCode(tidyCode(typed).slice(0, CODE_LENGTH + 4)));
  };

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    // Enter in the first field goes on to the second.
    if (document.activeElement === inputs.id && employeeId() !== '' && code() === '')
      return inputs.code?.focus();
    setIsAsked(true);
    if (idProblem()) return inputs.id?.focus();
    if (codeProblem()) return inputs.code?.focus();
    void PasswordStep.preload();
    const checked = await check.run({ employeeId: employeeId(), code: code(), ...voucher() });
    if (checked?.ok) await goOn(checked.value);
  };

  return (
    <KioskQuestion
      title={text.title}
      titleRef={heading}
      picture={<TypeTheCode />}
      beside={<TypingPad state={pad} types={active()} input={() => inputs[active()]} />}
    >
      <form class={form.form} onSubmit={submit} noValidate>
        <Show when={props.start.filled && !isTouched() && !check.refusal()}>
          <Notice kind="done" title={text.filledTitle}>
            {text.filled}
          </Notice>
        </Show>
        <RefusalNotice refusal={check.refusal() ?? (isTouched() ? undefined : props.start.refusal)} />
        <Field
          label={text.employeeId}
          hint={text.employeeIdHint}
          error={idProblem()}
          size="kiosk"
          look="code"
          value={employeeId()}
          onInput={(typed) => {
            touch();
            setEmployeeId(typed);
          }}
          inputMode={pad.inputMode()}
          enterKeyHint="next"
          active={active() === 'id'}
          onFocus={() => setActive('id')}
          ref={(input) => {
            inputs.id = input;
          }}
        />
        <Field
          label={text.code}
          hint={text.codeHint}
          error={codeProblem()}
          size="kiosk"
          look="code"
          value={code()}
          onInput={takeCode}
          inputMode={pad.inputMode()}
          enterKeyHint="go"
          active={active() === 'code'}
          onFocus={() => setActive('code')}
          ref={(input) => {
            inputs.code = input;
          }}
        />
        <Button
          type="submit"
          variant="primary"
          size="kiosk"
          wide
          busy={check.isPending() ? text.busy : undefined}
        >
          {text.go}
        </Button>
        <div class={form.besides}>
          <Button variant="quiet" href={paths.scan} icon={<QrCode />}>
            {text.scan}
          </Button>
        </div>
      </form>
    </KioskQuestion>
  );
}
