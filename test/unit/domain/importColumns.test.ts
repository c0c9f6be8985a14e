import { describe, expect, test } from 'vitest';
import { headingToField } from '../../../src/domain/importColumnNames';
import { assignColumn, missingFields, recogniseColumns } from '../../../src/domain/importColumns';
import { findList } from '../../../src/domain/importTable';
import { parseTable } from '../../../src/kernel/csv';

function recognise(text: string) {
  const list = findList(parseTable(text));
  return recogniseColumns(list.header, list.rows);
}
const fieldsOf = (text: string) => recognise(text).map((column) => column.field);

describe('[I10] a heading is known under any usual name', () => {
  test.each([
    [
      'employeeId',
      ['emp_no', 'EmpID', 'Employee Number', 'EMPLOYEE_ID', 'Employee #', 'Staff No.', 'Payroll Ref', 'ID'],
    ],
    [
      'employeeId',
      ['Personal-Nr.', 'N° employé', 'Nº de empleado', 'Personeelsnummer', 'Matricola', 'Nr pracownika'],
    ],
    [
      'firstName',
      [
        'First Name [Required]',
        'firstName',
        'Given name(s)',
        'FORENAME',
        'Employee First Name',
        'Legal Name - First Name',
      ],
    ],
    ['firstName', ['Vorname', 'Prénom', 'Voornaam', 'Imię']],
    [
      'lastName',
      [
        'Surname',
        'last_name',
        'Family Name*',
        'Nachname',
        'Nom de famille',
        'Apellidos',
        'Achternaam',
        'Cognome',
        'Nazwisko',
      ],
    ],
    [
      'fullName',
      ['Name', 'Full Name', 'Employee Name', 'Last Name, First Name', 'Nom et prénom', 'Nombre y apellidos'],
    ],
    [
      'email',
      [
        'E-mail',
        'Work Email',
        'Email Address',
        'E-Mail-Adresse',
        'Courriel',
        'Correo electrónico',
        'Work Contact: Work Email',
      ],
    ],
    ['phone', ['Mobile', 'Telephone No.', 'Handynummer', 'Téléphone portable', 'Móvil', 'GSM']],
    ['department', ['Dept', 'Department Name', 'Cost Centre', 'Abteilung', 'Service', 'Afdeling']],
    [
      'jobTitle',
      ['Job Title', 'Position', 'Designation', 'Stellenbezeichnung', 'Intitulé du poste', 'Stanowisko'],
    ],
    [
      'lineManager',
      [
        'Manager',
        'Reports To',
        "Manager's Name",
        'Supervisor Employee Number',
        'Reports To Associate ID',
        'Vorgesetzte/r',
      ],
    ],
    [
      'startDate',
      ['Hire Date', 'DOJ', 'Date Joined', 'Eintrittsdatum', "Date d'embauche", 'Data assunzione'],
    ],
    [
      'leftOn',
      [
        'employed_until',
        'Termination Date',
        'Last Working Day',
        'Austrittsdatum',
        'Date de sortie',
        'Fecha de baja',
      ],
    ],
    ['employmentStatus', ['Status', 'Employment Status', 'Is Active?', 'Status [READ ONLY]', 'Statut']],
    ['country', ['Country', 'Work Country', 'Land', 'Pays', 'País', 'Kraj']],
  ])('%s: %j', (field, headings) => {
    for (const heading of headings)
      expect([heading, headingToField(heading)?.field]).toEqual([heading, field]);
  });

  test.each([
    ['Bank ID'],
    ['Emergency Contact Name'],
    ['Emergency Contact: Phone'],
    ['Company Name'],
    ['Date of Birth'],
    ['Gender'],
    ['Social Security Number'],
    ['NI Number'],
    ['Passport Number'],
    ['Salary'],
    ['Probation End Date'],
    ['Manager First Name'],
    [''],
  ])('%j is not one of our fields', (heading) => {
    expect(headingToField(heading)).toBeUndefined();
  });
});

describe('[I10] each field is found once, by the best column', () => {
  test('the work address goes before the private one, the Employee ID before a user name', () => {
    const text =
      'Username,Employee ID,Name,Personal Email,Work Email\nal,1,Ann Lee,a@home.test,a@work.test\n';
    expect(fieldsOf(text)).toEqual([null, 'employeeId', 'fullName', null, 'email']);
  });

  test('a column that repeats itself is not the Employee ID if another is not', () => {
    const text = 'Employee Code,Name,Staff No\nDRIVER,Ann Lee,1\nDRIVER,Bo Ray,2\n';
    expect(fieldsOf(text)).toEqual([null, 'fullName', 'employeeId']);
  });

  test('an empty column gives way to one with cells', () => {
    const text = 'ID,Name,Email,Personal Email\n1,Ann Lee,,ann@home.test\n2,Bo Ray,,\n';
    expect(fieldsOf(text)).toEqual(['employeeId', 'fullName', null, 'email']);
  });

  test('cells that contradict the heading take it away', () => {
    const text = 'Title,ID,Name,Email,Start\nMr,1,Lee,yes,08:30 h\nMrs,2,Ray,no,22:00 h\n';
    expect(fieldsOf(text)).toEqual([null, 'employeeId', 'fullName', null, null]);
  });

  test('"Left" holds days or words, and the cells say which', () => {
    expect(fieldsOf('ID,Name,Left\n1,A B,2024-01-31\n2,C D,\n')[2]).toBe('leftOn');
    expect(fieldsOf('ID,Name,Left\n1,A B,yes\n2,C D,no\n')[2]).toBe('employmentStatus');
  });

  test.each([
    ['Name;Vorname', ['lastName', 'firstName']],
    ['Nom;Prénom', ['lastName', 'firstName']],
    ['Nombre;Apellidos', ['firstName', 'lastName']],
    ['Nome;Cognome', ['firstName', 'lastName']],
  ])('in %s the plain name is the other half', (header, fields) => {
    expect(fieldsOf(`ID;${header}\n1;a;b\n`).slice(1)).toEqual(fields);
  });

  test('an address column needs no heading, and a first column of numbers is the Employee ID', () => {
    expect(fieldsOf('Ref X,Name,Q\n00017,Ann Lee,ann@example.com\n00018,Bo Ray,bo@example.com\n')).toEqual([
      'employeeId',
      'fullName',
      'email',
    ]);
  });
});

describe('[I3] secrets are named but never assigned', () => {
  test.each([
    'Password',
    'pwd',
    'Initial_Passwd',
    'Passcode',
    'Mot de passe',
    'Contraseña',
    'Wachtwoord',
    'API token',
    'PIN code',
    'Login PIN',
  ])('%s', (heading) => {
    const columns = recognise(`Employee ID,Name,${heading}\n1,Ann Lee,s3cret\n`);
    expect(columns[2]).toEqual({ index: 2, header: heading, field: null, isSecret: true, sample: [] });
    expect(assignColumn(columns, 2, 'department')).toEqual(columns);
  });

  test.each(['Secretary', 'Passport Number', 'Compass Group'])('%s is no secret', (heading) => {
    expect(recognise(`Employee ID,Name,${heading}\n1,Ann Lee,x\n`)[2]?.isSecret).toBe(false);
  });

  test('PIN is the Employee ID only where nothing else is', () => {
    expect(recognise('PIN,Name\n0017,Ann Lee\n0018,Bo Ray\n')[0]).toMatchObject({
      field: 'employeeId',
      isSecret: false,
    });
    expect(recognise('PIN,Name,Staff No\n0017,Ann Lee,1\n')[0]).toMatchObject({
      field: null,
      isSecret: true,
    });
  });
});

test('[I10] a correction by hand takes the field away from the column that had it', () => {
  const columns = recognise('ID,Name,Other\n1,Ann Lee,0017\n');
  const corrected = assignColumn(columns, 2, 'employeeId');
  expect(corrected.map((column) => column.field)).toEqual([null, 'fullName', 'employeeId']);
  expect(assignColumn(corrected, 1, null).map((column) => column.field)).toEqual([null, null, 'employeeId']);
});

test('[I11] what is missing is the Employee ID, or a name in any form', () => {
  expect(missingFields(recognise('Alpha,Beta\nx,y\n'))).toEqual(['employeeId', 'fullName']);
  expect(missingFields(recognise('ID,Surname\n1,Lee\n'))).toEqual([]);
  expect(missingFields(recognise('Name,Dept\nLee,Sales\n'))).toEqual(['employeeId']);
});

test('a sample shows up to three different cells', () => {
  const columns = recognise('ID,Dept\n1,A\n2,A\n3,B\n4,\n5,C\n6,D\n');
  expect(columns[1]?.sample).toEqual(['A', 'B', 'C']);
});
