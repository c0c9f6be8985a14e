// Every file in test/fixtures/lists has the shape of one HR product's export; all people in them are invented.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { recogniseColumns } from '../../../src/domain/importColumns';
import { decodeListFile } from '../../../src/domain/importFile';
import { readRows } from '../../../src/domain/importRows';
import { findList } from '../../../src/domain/importTable';
import type { PlainDate } from '../../../src/domain/plainDate';
import { parseTable } from '../../../src/kernel/csv';

const today = '2026-11-22' as PlainDate;

function readList(name: string) {
  const text = decodeListFile(readFileSync(new URL(`../../fixtures/lists/${name}`, import.meta.url)));
  if (!text.ok) throw new Error(text.error.type);
  const list = findList(parseTable(text.value));
  const columns = recogniseColumns(list.header, list.rows);
  return { list, columns, rows: readRows(list.rows, columns, { today }) };
}

/** One line per row: ID, last name, first name, country, job, email, phone, manager, start, left, notes. */
function describeRows(name: string): string[] {
  return readList(name).rows.map((row) => {
    if (row.kind !== 'person') return `${row.line} ${row.kind}`;
    const { firstName, lastName, country, jobTitle, email, phone, lineManager, startDate } = row.details;
    const cells = [
      row.employeeId,
      lastName,
      firstName,
      country,
      jobTitle,
      email,
      phone,
      lineManager,
      startDate,
    ];
    return [...cells, row.leftOn, ...row.notes.map((note) => note.type)].map((cell) => cell ?? '').join('|');
  });
}

const expected: Readonly<Record<string, readonly string[]>> = {
  'bamboohr.csv': [
    '00101|Okafor|Adaeze||Warehouse Lead|adaeze.okafor@example.com|+44 7700 900123||2018-03-14|',
    '00102|Brennan|Tom||Forklift Driver|||00101|2021-11-02|',
    '00103|de Vries|Anouk||Picker||07700 900456|00101|2022-06-30|day unknown',
  ],
  'workday.csv': [
    'W-20017|Peña|Marisol|US|Site Superintendent|marisol.pena@example.com||W-10003|2015-08-03|',
    'W-20018|Boateng|Kwame|US|Crane Operator|||W-20017|2019-02-11|',
    'W-20019|Castellanos|Irene|MX|Safety Officer|||W-20017|2020-01-06|',
    'W-20020|Horn|Lukas|DE|Welder|||W-20017|2018-04-23|2026-10-31',
  ],
  'successfactors.csv': [
    '4500001|Halvorsen|Jorunn|NO|Shift Manager|jorunn.halvorsen@example.com|||2012-01-15|',
    '4500002|Strand|Pål|NO|Operator|||4500001|2020-05-20|',
    '4500003|Lie|Mette|NO|Operator|||4500001|2016-09-01|day unknown',
  ],
  'adp.csv': [
    'A1B2C3D4E|Delacroix|Remy||Foreman||(555) 010-0142||2017-04-09|',
    'A1B2C3D4F|Sandoval Ruiz|Itzel||Carpenter|||A1B2C3D4E|2022-10-21|',
    'A1B2C3D3A|Novak|Peter J.||Carpenter|||A1B2C3D4E|2014-02-28|2025-08-15',
  ],
  'personio.csv': [
    '0007|Groß|Jürgen|DE|Schichtleiter|juergen.gross@example.com|||2009-04-01|',
    '0008|Yılmaz|Ayşe|DE|Maschinenführerin|||0007|2021-09-15|',
    '0009|Kovács|Zoltán|HU|Schweißer|||0007|2018-01-02|2024-03-31',
    '0010|Öztürk-Maier|Renate|AT|Lagerfachkraft; Staplerfahrerin|||0007|2019-07-01|',
  ],
  'sage-payroll.csv': [
    '15|Llewellyn|Gareth||||01632 960001||2011-05-01|',
    '16|Prosser|Siân||||||2019-11-13|',
    '17|McBride|Oonagh||||||2015-06-24|',
    '18|Achebe|Desmond||||01632 960 999 x12||2020-03-30|2026-11-21',
  ],
  'ukg-kronos.txt': [
    '900011|Diallo|Amara||Kitchen Supervisor||555-0110||2016-03-07|',
    '900012|Lindqvist|Bo||Line Cook|||900011|2023-10-02|',
    '900013|van der Meer|Carla||Line Cook|||900011|2021-05-17|day unknown',
    '900014|Esposito Jr.|Dario||Dishwasher|||||' + '|dateUnreadable|lineManagerNotFound',
  ],
  'gusto.csv': [
    'E-1|Haddad|Noor||Barista|noor.haddad@example.com|||2020-06-01|',
    "E-2|O'Connell|Wyatt||Baker|wyatt@example.com||E-1|2023-09-18|",
    'E-3|Marín|Lupe||Baker|||E-1|2021-01-11|2023-02-03',
  ],
  'google-workspace.csv': [
    'JP-0001|Sato|Hana||Depot Manager|hana.sato@example.com|+81 3-5550-0100|||',
    'JP-0002|Ito|Ren||Driver|ren.ito@example.com||JP-0001||',
  ],
  'excel-unicode.txt': [
    "00021|LEFÈVRE|Éloïse|FR|Chef d'équipe||||2017-09-04|",
    "00022|N'Guyen|Minh|FR|Maçon||||2020-02-17|",
    '00023|Łukasik|Paweł|PL|Grutier, "nuit"||||2016-03-01|2022-06-30',
  ],
  'nomina-es.csv': [
    '1001|Fernández Gil|Lucía|ES|Encargada|lucia.fernandez@example.com|||2014-02-03|',
    '1002|Etxeberria|Íñigo|ES|Oficial||||2021-09-28|',
    '1003|Costa i Puig|Mar|AD|Peón||||2022-10-10|2025-05-14',
  ],
  'afas-nl.csv': [
    "00455|'t Hart|Joris||Voorman||||2015-03-01|",
    '00456|van den Berg|Femke||Stratenmaker|||00455|2022-08-19|',
  ],
};

test.each(Object.entries(expected))('[I10] %s is read whole without a correction by hand', (name, people) => {
  expect(describeRows(name)).toEqual(people);
});

test.each([
  ['successfactors.csv', ['PASSWORD'], ['Winter2019!', 'Welcome1', 'Changeme']],
  ['sage-payroll.csv', ['PIN'], ['4417', '9920', '1201', '3350']],
  ['ukg-kronos.txt', ['Kiosk PIN'], ['8812', '1199', '4410', '7777']],
  ['nomina-es.csv', ['Contraseña'], ['abc123', 'abc124', 'abc125']],
  [
    'google-workspace.csv',
    ['Password [Required]', 'Password Hash Function [UPLOAD ONLY]', 'Change Password at Next Sign-In'],
    ['hunter2hunter2', 'correcthorse'],
  ],
])('[I3] no secret of %s gets past the search for the header', (name, headings, secrets) => {
  const { list, columns, rows } = readList(name);
  expect(columns.filter((column) => column.isSecret).map((column) => column.header)).toEqual(headings);
  const everything = JSON.stringify([list, columns, rows]);
  for (const secret of secrets) expect(everything).not.toContain(secret);
});
