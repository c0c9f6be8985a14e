// Codes for several people, one after the other: said first what that ends, asked for the passcode once more, then a
// dialog per person.

import { createSignal, Show } from 'solid-js';
import type { Employee } from '../../domain/employee';
import { fullName } from '../../domain/employeeDetails';
import type { EmployeeId } from '../../domain/ids';
import { managerText } from '../../i18n/manager';
import { useManagerApp } from '../../reactive/AppContext';
import { createCommand } from '../../reactive/createCommand';
import { createLiveRecords } from '../../reactive/createLiveRecords';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import { CodeRefusalNotice } from './CodeRefusalNotice';
import { type LoginCode, LoginCodeDialog } from './LoginCodeDialog';
import { PasscodeQuestion } from './PasscodeQuestion';

const text = managerText.list;

export interface CodesForManyProps {
  readonly employeeIds: readonly EmployeeId[];
  readonly onEnd: () => void;
  readonly onCancel: () => void;
}

export function CodesForMany(props: CodesForManyProps) {
  const app = useManagerApp();
  const people = createLiveRecords(
    () => props.employeeIds,
    async (ids) => [...(await app.employees.states(ids))].map(([id, state]) => ({ id, state })),
    'id',
  );
  const personOf = (id: EmployeeId | undefined): Employee | undefined => {
    const state = people()?.find((person) => person.id === id)?.state;
    return state?.status === 'enrolled' ? state : undefined;
  };
  const nameOf = (id: EmployeeId | undefined) => {
    const person = personOf(id);
    return person ? fullName(person.details) : (id ?? '');
  };
  const withPassword = () =>
    props.employeeIds
      .filter((id) => personOf(id)?.account.status === 'active')
      .map(nameOf)
      .join(', ');

  const [at, setAt] = createSignal(-1);
  const [code, setCode] = createSignal<LoginCode>();
  const create = createCommand(app.createLoginCode);
  const isLast = () => at() >= props.employeeIds.length - 1;
  const current = () => props.employeeIds[at()];

  const next = async () => {
    if (create.isPending()) return;
    const id = props.employeeIds[at() + 1];
    setCode(undefined);
    if (id === undefined) return props.onEnd();
    setAt((index) => index + 1);
    await make();
  };
  const make = async () => {
    const id = current();
    const made = id && (await create.run(id));
    if (made?.ok) setCode(made.value);
  };
  const end = () => {
    setCode(undefined);
    props.onEnd();
  };

  return (
    <>
      <Dialog
        open={at() < 0}
        title={text.codesTitle(props.employeeIds.length)}
        closeWord={managerText.cancel}
        onClose={props.onCancel}
      >
        <PasscodeQuestion
          perform={app.confirmPasscode}
          onDone={next}
          hint={managerText.passcodeAgain}
          goWord={text.showFirst}
          busyWord={managerText.lock.unlocking}
        >
          <p>{text.codesText}</p>
          <Show when={withPassword()}>
            {(names) => <Notice kind="wait" title={text.codesEnd(names())} announce="off" />}
          </Show>
        </PasscodeQuestion>
      </Dialog>
      <Dialog
        open={create.refusal() !== undefined}
        title={managerText.code.skipped(nameOf(current()))}
        closeWord={managerText.close}
        onClose={end}
        actions={
          <Button variant="primary" onPress={next}>
            {isLast() ? managerText.code.done : managerText.code.next}
          </Button>
        }
      >
        <Show when={create.refusal()}>
          {(refusal) => <CodeRefusalNotice refusal={refusal()} onConfirmed={make} />}
        </Show>
      </Dialog>
      <LoginCodeDialog
        code={code()}
        name={nameOf(current())}
        place={managerText.code.place(at() + 1, props.employeeIds.length)}
        onNext={isLast() ? undefined : next}
        onClose={end}
      />
    </>
  );
}
