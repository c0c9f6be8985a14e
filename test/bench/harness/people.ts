// People for benches: as many as asked for, the same in every run, with names that repeat as real ones do.

import type { EmployeeDetails } from '../../../src/domain/employeeDetails';
import type { EmployeeId } from '../../../src/domain/ids';

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
