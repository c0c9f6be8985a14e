// What a manager can do, for as long as their session runs.

import type { CodeLifetimes } from '../../domain/codeLifetimes';
import type { HandOver } from '../../domain/employee';
import type { RawDetails } from '../../domain/employeeDetails';
import type { CodeId, EmployeeId } from '../../domain/ids';
import type { ImportColumn } from '../../domain/importColumns';
import type { EventId } from '../../kernel/hlc';
import { copyPicture, copyText } from '../../platform/clipboard';
import { saveFile } from '../../platform/download';
import { tellInUse } from '../../platform/idle';
import { pasting } from '../../platform/pasting';
import { printWindow } from '../../platform/printer';
import { qrCodePng } from '../../platform/qrCode';
import { canShare, canShareFile, openMail, share, shareFile } from '../../platform/share';
import type { EmployeeFilter } from '../../store/employeeList';
import type { ManagerSession } from '../session';
import { createManagerSync } from '../sync/managerSync';
import type { SyncDeps } from '../sync/syncDeps';
import { giveNewCode, giveNewId, settleAttention } from './attention';
import { readCases } from './attentionCases';
import { chooseCodeLifetimes } from './codeLifetimes';
import { confirmClock } from './confirmClock';
import { tableToCsvFile } from './csvFile';
import { endDayPass, issueDayPass } from './dayPasses';
import { endWithPasscode } from './endWithPasscode';
import { bringBack, changeEmployee, type EmployeeForm, enrolEmployee, markAsLeft } from './enrolment';
import { exportList } from './exportList';
import { readHandOver } from './handOver';
import { type ImportControls, runImport } from './importList';
import { type ImportPlan, type ListDraft, type ListFile, planImport, readList } from './importPlan';
import { type CodeChoice, createLoginCode, type LoginCode, recordHandOver, revokeCode } from './loginCodes';
import { createManyLoginCodes, type ManyCodesControls, readChosen } from './manyLoginCodes';
import { changePasscode, confirmPasscode } from './passcode';
import { drawCodesForPaper, type PrintedCode, recordPrinted } from './printing';
import { addSamplePeople } from './samplePeople';

export type ManagerApp = ReturnType<typeof createManagerApp>;

export function createManagerApp(deps: SyncDeps) {
  const { queries } = deps;
  endWithPasscode(deps);
  return {
    manager: deps.mine as ManagerSession,
    enrol: (form: EmployeeForm) => enrolEmployee(deps, form),
    change: (id: EmployeeId, form: RawDetails) => changeEmployee(deps, id, form),
    markAsLeft: (id: EmployeeId, lastDay: string) => markAsLeft(deps, id, lastDay),
    bringBack: (id: EmployeeId) => bringBack(deps, id),
    createLoginCode: (id: EmployeeId, choice?: CodeChoice) => createLoginCode(deps, id, choice),
    revokeCode: (id: EmployeeId) => revokeCode(deps, id),
    recordHandOver: (id: EmployeeId, codeId: CodeId, how: HandOver) => recordHandOver(deps, id, codeId, how),
    /** For 1 to 12 hours. */
    issueDayPass: (id: EmployeeId, hours: number) => issueDayPass(deps, id, hours),
    endDayPass: (id: EmployeeId) => endDayPass(deps, id),
    /** How long codes are good for, in ms. */
    chooseCodeLifetimes: (lifetimes: Partial<CodeLifetimes>) => chooseCodeLifetimes(deps, lifetimes),
    /** What the message with a code says, and whether it may be mailed. */
    readHandOver: (code: LoginCode) => readHandOver(deps, code),
    /** The clock of this tablet is right, although it was set back. */
    confirmClock: () => confirmClock(deps),
    /** Asked before codes are made for many. */
    confirmPasscode: (passcode: string) => confirmPasscode(deps, passcode),
    changePasscode: (typed: { current: string; next: string }) => changePasscode(deps, typed),
    readList: (file: ListFile) => readList(deps, file),
    planImport: (draft: ListDraft, columns: readonly ImportColumn[], signal?: AbortSignal) =>
      planImport(deps, draft, columns, signal),
    runImport: (plan: ImportPlan, controls?: ImportControls) => runImport(deps, plan, controls),
    exportList: (passcode: string) => exportList(deps, passcode),
    addSamplePeople: () => addSamplePeople(deps),
    employees: {
      /** The keys of everyone who matches, in portions, the first one small. */
      portions: (filter: EmployeeFilter) => queries.employeePortions(filter),
      rows: queries.employeeRows,
      row: queries.employeeRow,
      states: queries.employeeStates,
      departments: queries.departments,
      any: queries.hasEmployees,
      teamSize: queries.teamSize,
    },
    /** What two tablets did while apart and only a person can settle. */
    attention: {
      rows: queries.needsAttention,
      /** Told whole, the newest first. */
      cases: () => readCases(deps),
      /** How many questions there are in all. */
      count: queries.attentionCount,
      settle: (id: EmployeeId, caseId: EventId, how: 'keep' | 'merge' | 'dismiss') =>
        settleAttention(deps, id, caseId, how),
      giveNewCode: (id: EmployeeId, caseId: EventId) => giveNewCode(deps, id, caseId),
      giveNewId: (id: EmployeeId, caseId: EventId, newId: string) => giveNewId(deps, id, caseId, newId),
    },
    /** The tablets of this organisation, as far as this one has heard of them. */
    tablets: queries.tablets,
    /** [V9] How many that nobody has added, as far as is known here, are not revoked. */
    countUnknownTablets: async () =>
      (await queries.unknownTablets()).filter(({ revoked }) => revoked === undefined).length,
    activity: { page: queries.activityPage, of: queries.activityOf, managers: deps.store.queries.managers },
    /** Grows with every write on this tablet. */
    lastSeq: queries.lastSeq,
    /** Asks the browser once more to keep this tablet's data. */
    askToKeepData: deps.askToKeepData,
    sync: createManagerSync(deps),
    /** What is shown is being used without a touch: holds off the lock. */
    tellInUse: () => tellInUse(),
    /** How one pastes on this device. */
    pasting,
    canShare,
    share,
    openMail,
    copyText,
    copyPicture,
    qrCodePng,
    saveFile,
    canShareFile,
    shareFile,
    /** How those who were chosen stand, before codes are made for them. */
    readChosen: (ids: readonly EmployeeId[], signal?: AbortSignal) => readChosen(deps, ids, signal),
    createManyLoginCodes: (ids: readonly EmployeeId[], choice: CodeChoice, controls?: ManyCodesControls) =>
      createManyLoginCodes(deps, ids, choice, controls),
    printWindow,
    drawCodesForPaper,
    /** That these codes were printed goes on the record of each. */
    recordPrinted: (codes: readonly PrintedCode[]) => recordPrinted(deps, codes),
    /** Saves a table as a file that a spreadsheet opens. */
    saveTable: async (name: string, table: readonly (readonly string[])[]) =>
      saveFile(name, await tableToCsvFile(table), 'text/csv;charset=utf-8'),
  };
}
