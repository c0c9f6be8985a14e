// Printing: QR codes drawn for paper, in slices, so that a thousand of them never hold up a finger; and that codes were
// printed, put on the record of each.

import type { EmployeeState } from '../../domain/employee';
import { employeeDecider } from '../../domain/employeeDecider';
import type { CodeId, EmployeeId } from '../../domain/ids';
import { employeeStream } from '../../domain/streams';
import { err, ok, type Result } from '../../kernel/result';
import { createBreather } from '../../platform/breathe';
import { drawQrCodeForPaper, type QrDrawing } from '../../platform/qrCode';
import type { Step } from '../../store/eventLog';
import { isOpen, type ManagerDeps, managerActor, type SessionOver } from './managerDeps';

/** The QR codes of some links, drawn so many mm wide, in their order. */
export async function drawCodesForPaper(
  links: readonly string[],
  millimetres: number,
): Promise<readonly QrDrawing[]> {
  const breathe = createBreather();
  const drawings: QrDrawing[] = [];
  for (const link of links) {
    drawings.push(drawQrCodeForPaper(link, millimetres));
    await breathe();
  }
  return drawings;
}

export interface PrintedCode {
  readonly employeeId: EmployeeId;
  readonly codeId: CodeId;
}

const RECORDED_AT_ONCE = 200;

/** [B6] Those whose code has been replaced or used meanwhile are left out: there is nothing to record any more. */
export async function recordPrinted(
  deps: ManagerDeps,
  codes: readonly PrintedCode[],
): Promise<Result<void, SessionOver>> {
  for (let from = 0; from < codes.length; from += RECORDED_AT_ONCE) {
    if (!isOpen(deps)) return err({ type: 'sessionOver' });
    const recorded = await deps.store.log.appendEach(
      managerActor(deps),
      codes.slice(from, from + RECORDED_AT_ONCE).map(
        ({ employeeId, codeId }): Step<'employee'> => ({
          stream: employeeStream(employeeId),
          decide: (state) =>
            isRecorded(state, codeId)
              ? ok([])
              : employeeDecider.decide({ type: 'RecordHandOver', codeId, how: 'print' }, state),
        }),
      ),
    );
    for (const one of recorded)
      if (!one.ok && one.error.type === 'thisTabletRevoked') return err({ type: 'thisTabletRevoked' });
  }
  return ok(undefined);
}

/** Printed twice (other paper, a jam) is handed over once. */
const isRecorded = (state: EmployeeState, codeId: CodeId): boolean =>
  state.status === 'enrolled' &&
  state.account.status === 'invited' &&
  state.account.code.codeId === codeId &&
  state.account.code.isPrinted === true;
