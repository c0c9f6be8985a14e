// Printing: QR codes drawn for paper, in slices, so that a thousand of them never hold up a finger.

import type { CodeId, EmployeeId } from '../../domain/ids';
import { createBreather } from '../../platform/breathe';
import { drawQrCodeForPaper, type QrDrawing } from '../../platform/qrCode';

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
export async function recordPrinted(_: unknown, __: readonly PrintedCode[]): Promise<void> {}
