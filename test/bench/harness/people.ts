// People for benches: as many as asked for, the same in every run, with names that repeat as real ones do.

import type { EmployeeDetails } from '../../../src/domain/employeeDetails';
import type { EmployeeId } from '../../../src/domain/ids';
import { employeeStream, type RecordedEvent } from '../../../src/domain/streams';
import { type DeviceId, momentToEventId } from '../../../src/kernel/hlc';
import type { LogEntry, StreamRow } from '../../../src/store/db';
import { emptyRow, extendRow } from '../../../src/store/views';

const FIRST =
  'Georgi Bezalel Parto Kyoichi Anneke Tzvetan Saniya Sumant Duangkaew Mary Patricio Eberhardt Berni Guoxiang Kazuhito Cristinel Kazuhide Lillian Mayuko Ramzi Shahaf Bojan Suzette Prasadram Yongqiao Divier Domenick Otmar Elvis Karsten Jeong Arif Bader Alain Adamantios Pradeep Weiyi Uri Magy Yishay'.split(
    ' ',
  );
const LAST =
  'Facello Simmel Bamford Koblick Maliniak Preusig Zielinski Kalloufi Peac Piveteau Sluis Bridgland Terkki Genin Nooteboom Cappelletti Bouloucos Peha Haddadi Baek Warwick Schusler Stamatiou Gargeya Tempesti Herbst Demke Mahnke Matzov Meriste'.split(
    ' ',
  );
const DEPARTMENTS = [
  'Development',
  'Sales',
  'Production',
  'Human Resources',
  'Research',
  'Quality Management',
  'Stores',
];

const pick = <Item>(items: readonly Item[], at: number): Item => items[at % items.length] as Item;

export const personAt = (index: number): { employeeId: EmployeeId; details: EmployeeDetails } => ({
  employeeId: String(100_000 + index) as EmployeeId,
  details: {
    firstName: pick(FIRST, index * 7 + (index >> 5)),
    lastName: `${pick(LAST, index * 11 + (index >> 7))}${index % 5 === 0 ? ` ${pick(LAST, index >> 3)}` : ''}`,
    department: pick(DEPARTMENTS, index >> 2),
    jobTitle: 'Senior Engineer',
    startDate: '1989-08-24' as never,
    lineManager: String(100_000 + (index % 200)) as EmployeeId,
  },
});

/** When people of old were enrolled, and the tablet that did it. */
const LONG_AGO = Date.UTC(2026, 0, 5);
const OLD_TABLET = 'benchbench' as DeviceId;

/** Somebody's row with a history of so many events: enrolled, and then given another job title each time. */
export function oldRow(index: number, events = 1): StreamRow {
  const { employeeId, details } = personAt(index);
  const history = Array.from({ length: events }, (_, at): RecordedEvent => {
    const id = momentToEventId({ time: LONG_AGO + at, counter: index }, OLD_TABLET);
    const what =
      at === 0
        ? ({ type: 'EmployeeEnrolled', details } as const)
        : ({ type: 'EmployeeDetailsChanged', changes: { jobTitle: `Engineer, step ${at}` } } as const);
    return { id, by: 'manager:bench', v: 1, ...what };
  });
  return extendRow(emptyRow(employeeStream(employeeId)), history);
}

/** What stands in the log for these rows. */
export const entriesOf = (rows: readonly StreamRow[]): LogEntry[] =>
  rows.flatMap(({ stream, events }) => events.map((event) => ({ stream, ...event })));
