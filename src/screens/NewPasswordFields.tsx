// A password of one's own, twice. What the rules say is told while typing; that the two differ, when the second is left.

import { type Accessor, createSignal } from 'solid-js';
import type { PasswordOwner } from '../app/passwordCheck';
import { PASSWORD_MINIMUM } from '../domain/passwordRules';
import { newPasswordText as text } from '../i18n/activation';
import { sentence } from '../i18n/failures';
import { showNumber } from '../i18n/format';
import { sharedText } from '../i18n/shared';
import { createPasswordCheck, type PasswordVerdict } from '../reactive/createPasswordCheck';
import { Checklist } from '../ui/Checklist';
import { SecretField } from './SecretField';

export interface NewPassword {
  readonly password: Accessor<string>;
  readonly repeat: Accessor<string>;
  readonly setPassword: (typed: string) => void;
  readonly setRepeat: (typed: string) => void;
  readonly verdict: Accessor<PasswordVerdict>;
  readonly problem: Accessor<string | undefined>;
  readonly repeatProblem: Accessor<string | undefined>;
  readonly leaveRepeat: () => void;
  /** Told from now on: also what is only missing. Gives false and goes to the field when the two differ. */
  readonly isReady: () => boolean;
  /** The fields, once they are there. */
  readonly inputs: { password?: HTMLInputElement; repeat?: HTMLInputElement };
}

export function createNewPassword(owner: Accessor<PasswordOwner>): NewPassword {
  const [password, setPassword] = createSignal('');
  const [repeat, setRepeat] = createSignal('');
  const [isAsked, setIsAsked] = createSignal(false);
  const [isRepeatLeft, setIsRepeatLeft] = createSignal(false);
  const verdict = createPasswordCheck(owner, password);
  const inputs: NewPassword['inputs'] = {};
  return {
    password,
    repeat,
    setPassword: (typed) => {
      setIsAsked(false);
      setPassword(typed);
    },
    setRepeat: (typed) => {
      setIsRepeatLeft(false);
      setRepeat(typed);
    },
    verdict,
    problem: () => {
      const told = verdict();
      if (told === undefined || told === 'good') return undefined;
      return told.type === 'passwordTooShort' && !isAsked() ? undefined : sentence(told);
    },
    repeatProblem: () =>
      isRepeatLeft() && repeat() !== password() ? sentence({ type: 'passwordsDiffer' }) : undefined,
    // Left empty it says nothing yet, nor takes back what was told.
    leaveRepeat: () => {
      if (repeat() !== '') setIsRepeatLeft(true);
    },
    isReady: () => {
      setIsAsked(true);
      setIsRepeatLeft(true);
      const told = verdict();
      if (told !== undefined && told !== 'good') {
        inputs.password?.focus();
        return false;
      }
      if (repeat() !== password()) {
        inputs.repeat?.focus();
        return false;
      }
      return true;
    },
    inputs,
  };
}

export function NewPasswordFields(props: { readonly fields: NewPassword }) {
  const rules = () => {
    const told = props.fields.verdict();
    const refusal = told === 'good' ? undefined : told?.type;
    const isLongEnough = [...props.fields.password().normalize('NFC')].length >= PASSWORD_MINIMUM;
    return [
      { met: isLongEnough, text: text.ruleLength(showNumber(PASSWORD_MINIMUM)) },
      { met: isLongEnough && told === 'good', text: text.ruleUncommon },
      { met: isLongEnough && (told === 'good' || refusal === 'passwordCommon'), text: text.ruleOwn },
    ];
  };
  return (
    <>
      <SecretField
        label={text.newPassword}
        error={props.fields.problem()}
        size="kiosk"
        value={props.fields.password()}
        onInput={props.fields.setPassword}
        enterKeyHint="next"
        rules={
          <Checklist
            items={rules()}
            metWord={sharedText.met}
            notMetWord={sharedText.notMet}
            label={text.rulesLabel}
          />
        }
        ref={(input) => {
          props.fields.inputs.password = input;
        }}
      />
      <SecretField
        label={text.repeat}
        error={props.fields.repeatProblem()}
        size="kiosk"
        value={props.fields.repeat()}
        onInput={props.fields.setRepeat}
        onBlur={props.fields.leaveRepeat}
        enterKeyHint="go"
        ref={(input) => {
          props.fields.inputs.repeat = input;
        }}
      />
    </>
  );
}
