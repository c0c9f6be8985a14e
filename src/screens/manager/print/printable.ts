// What goes onto paper: a person with their code, and what is the same for everyone.

import type { ManagerApp } from '../../../app/manager/managerApp';

/** A code as it is issued; how it looks on paper is drawn when its page is shown. */
type IssuedCode = Extract<Awaited<ReturnType<ManagerApp['createLoginCode']>>, { ok: true }>['value'];

export interface PrintableCode {
  readonly name: string;
  readonly code: Pick<IssuedCode, 'employeeId' | 'codeId' | 'code' | 'link' | 'startsAt' | 'expiresAt'>;
}

export interface PaperFacts {
  readonly organisation: string;
  readonly companyCode: string;
  readonly where: string;
  /** When it is printed, ms since 1970. */
  readonly now: number;
}

type Drawing = Awaited<ReturnType<ManagerApp['drawCodesForPaper']>>[number];

/** A code with its picture, ready to be set on paper. */
export interface PaperCode extends PrintableCode {
  readonly drawing: Drawing;
  readonly facts: PaperFacts;
}

/** From when the code is good, where it is not good at once. */
export const startToTell = ({ code, facts }: PaperCode): number | undefined =>
  code.startsAt !== undefined && code.startsAt > facts.now ? code.startsAt : undefined;
