// Codes for many people onto paper: the passcode once more, what it means for whom, the codes made one after the other, and
// then the pages. The codes are in memory only, so nobody loses them by a slip: what is not printed yet is asked about.

import { createMemo, createSignal, Match, Show, Switch } from 'solid-js';
import type { EmployeeId } from '../../../domain/ids';
import { sentence } from '../../../i18n/failures';
import { managerText } from '../../../i18n/manager';
import { printText } from '../../../i18n/print';
import { useManagerApp } from '../../../reactive/AppContext';
import { createCodePrinting } from '../../../reactive/createCodePrinting';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { Notice } from '../../../ui/Notice';
import { PasscodeQuestion } from '../PasscodeQuestion';
import { ChosenPeople } from './ChosenPeople';
import { MakingCodes } from './MakingCodes';
import { type PrintableCode, PrintDialog } from './PrintDialog';

const text = printText.many;

export interface PrintCodesProps {
  readonly employeeIds: readonly EmployeeId[];
  readonly onEnd: () => void;
  readonly onCancel: () => void;
}

export function PrintCodes(props: PrintCodesProps) {
  const app = useManagerApp();
  const printing = createCodePrinting(() => props.employeeIds);
  const [isAsked, setIsAsked] = createSignal(false);
  const begin = () => {
    setIsAsked(true);
    void printing.read();
  };
  return (
    <Switch
      fallback={
        <Dialog
          open
          title={text.title(props.employeeIds.length)}
          closeWord={managerText.cancel}
          onClose={props.onCancel}
        >
          <PasscodeQuestion
            perform={app.confirmPasscode}
            onDone={begin}
            hint={managerText.passcodeAgain}
            goWord={text.goOn}
            busyWord={managerText.lock.unlocking}
          >
            <p>{text.intro}</p>
          </PasscodeQuestion>
        </Dialog>
      }
    >
      <Match when={printing.making.isPending()}>
        <MakingCodes making={printing.making} />
      </Match>
      <Match when={printing.made()}>{(made) => <Made {...props} printing={printing} made={made()} />}</Match>
      <Match when={isAsked()}>
        <ChosenPeople printing={printing} onCancel={props.onCancel} />
      </Match>
    </Switch>
  );
}

function Made(
  props: PrintCodesProps & {
    readonly printing: ReturnType<typeof createCodePrinting>;
    readonly made: NonNullable<ReturnType<ReturnType<typeof createCodePrinting>['made']>>;
  },
) {
  const names = createMemo(
    () => new Map(props.printing.chosen()?.map(({ employeeId, name }) => [employeeId, name])),
  );
  const codes = createMemo((): readonly PrintableCode[] =>
    props.made.codes.map((code) => ({ name: names().get(code.employeeId) ?? code.employeeId, code })),
  );
  const [isLeaving, setIsLeaving] = createSignal(false);
  const close = () => (props.printing.notPrinted() > 0 ? setIsLeaving(true) : props.onEnd());
  const notice = () => (
    <>
      <Show when={props.made.rest.length > 0}>
        <Notice
          kind="wait"
          title={text.stopped(codes().length, codes().length + props.made.rest.length)}
          announce="off"
          actions={<Button onPress={props.printing.goOn}>{text.makeRest(props.made.rest.length)}</Button>}
        >
          {text.stoppedText}
        </Notice>
      </Show>
      <Show when={props.made.refused[0]}>
        {(first) => (
          <Notice kind="danger" title={text.refused(props.made.refused.length)} announce="off">
            {text.someNames(
              props.made.refused.map(({ employeeId }) => names().get(employeeId) ?? employeeId),
            )}{' '}
            {sentence(first().refusal)}
          </Notice>
        )}
      </Show>
    </>
  );
  return (
    <>
      <Show
        when={codes().length > 0}
        fallback={
          <Dialog open title={text.noneMade} closeWord={printText.close} onClose={props.onEnd}>
            {notice()}
          </Dialog>
        }
      >
        <PrintDialog
          codes={codes()}
          notice={notice()}
          onPrinted={(some) => props.printing.markPrinted(some.map(({ code }) => code))}
          onClose={close}
        />
      </Show>
      <Dialog
        open={isLeaving()}
        title={text.leaveTitle(props.printing.notPrinted())}
        closeWord={printText.close}
        onClose={() => setIsLeaving(false)}
        actions={
          <>
            <Button onPress={props.onEnd}>{text.leave}</Button>
            <Button variant="primary" onPress={() => setIsLeaving(false)}>
              {text.stay}
            </Button>
          </>
        }
      >
        <p>{text.leaveText}</p>
      </Dialog>
    </>
  );
}
