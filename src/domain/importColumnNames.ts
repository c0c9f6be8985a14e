// What HR systems call their columns, best name first. English thoroughly; German, French, Spanish, Dutch, Italian,
// Polish and Portuguese as their usual exports have it. Compared without case, accents, spaces and punctuation.

import { foldText } from '../kernel/searchText';
import type { DetailField } from './employeeDetails';

export type ImportField = 'employeeId' | DetailField | 'fullName' | 'leftOn' | 'employmentStatus';

/** Names that mean their field wherever they stand, also behind words like "Employee" or "Work". */
const names: Readonly<Record<ImportField, string>> = {
  employeeId: `
    employee id, employee number, employee no, employee nr, employee num, employee #, employee code, emp id, emp no,
    emp number, emp num, emp nr, emp code, empl id, empl no, ee id, ee no, ee number, ee code, worker id, worker number,
    staff id, staff no, staff number, staff code, personnel number, personnel no, personnel id, pers no, pernr,
    payroll number, payroll no, payroll id, payroll code, payroll ref, payroll reference, works number, clock number,
    associate id, associate number, team member id, team member number, colleague id, colleague number, member id,
    person number, person id, workday id, employee reference, employee ref, employee identifier, employee id number, identity number employee,
    external employee id, hr id, hris id, file number, file no, file #, position id, badge number, badge no, badge id, badge,
    personalnummer, personal nr, pers nr, persnr, personal no, mitarbeiternummer, mitarbeiter nr, mitarbeiter id, ma nr, ma nummer,
    personalstammnummer, stammnummer, matricule, numero matricule, numero employe, numero de salarie, no employe, n employe,
    numero salarie, code salarie, id employe, id salarie, matricule salarie, numero de empleado, numero empleado, no empleado, num empleado,
    n empleado, id empleado, codigo empleado, codigo de empleado, clave empleado, clave de empleado, clave del empleado, legajo, numero de legajo,
    nro legajo, personeelsnummer, personeels nr, medewerkernummer, medewerker nr, medewerker id, werknemersnummer, werknemer nr,
    stamnummer, matricola, numero matricola, codice dipendente, id dipendente, numero dipendente, numer pracownika, nr pracownika, numer ewidencyjny,
    nr ewidencyjny, id pracownika, numer osobowy, numero de funcionario, codigo do funcionario, numero funcionario, user id, userid, user name, username, login`,
  firstName: `
    first name, firstname, fname, first, given name, given names, forename, forenames, first names, first name legal, legal first name,
    name first, christian name, preferred first name, preferred name, known as, nickname,
    vorname, vornamen, rufname, prenom, prenoms, primer nombre, nombre de pila, nombres, nombre s, voornaam, voornamen, roepnaam, nome di battesimo,
    imie, imiona, primeiro nome`,
  lastName: `
    last name, lastname, lname, last, surname, family name, family names, last names, last name legal, legal last name, name last, second name,
    nachname, familienname, zuname, nom de famille, nom famille, nom d usage, nom usuel, nom de naissance, apellido, apellidos, primer apellido,
    apellido paterno, achternaam, familienaam, geslachtsnaam, cognome, cognomi, nazwisko, sobrenome, ultimo nome, apelido`,
  fullName: `
    full name, fullname, employee name, emp name, empl name, worker name, staff name, employee full name, display name, legal name, legal full name,
    full legal name, complete name, name of employee, payroll name, formatted name, preferred full name, last name first name, last first, name last first,
    last name comma first name, surname forename, surname first name, first name last name, first last, first and last name, name first last, associate name,
    team member, team member name, colleague name, resource name, person name, worker, employee, associate,
    vollstandiger name, vollname, name vorname, nachname vorname, vorname nachname, vor und nachname, mitarbeitername, mitarbeiter, nom complet, nom et prenom,
    nom prenom, prenom nom, prenom et nom, nom de l employe, salarie, employe, nombre completo, nombre y apellidos, nombre y apellido,
    apellidos y nombre, apellidos nombre, nombre del empleado, nombre empleado, empleado, volledige naam, medewerker, naam medewerker, werknemer,
    nome completo, nome e cognome, cognome e nome, cognome nome, nominativo, dipendente, imie i nazwisko, nazwisko i imie, nazwisko imie, pracownik,
    nome do funcionario, funcionario`,
  country: `
    country, country code, country name, country iso, iso country, country region, work country, location country, address country, home country,
    work location country, country of work, country of employment, country of residence,
    land, landercode, landerkurzel, arbeitsland, pays, code pays, pays de travail, pais, codigo pais, codigo de pais, landcode, werkland, paese, nazione,
    codice paese, kraj, kod kraju`,
  department: `
    department, department name, dept, dept name, department description, home department, home department description, home department name, organisational unit,
    organizational unit, organisation unit, organization unit, org unit, org unit name, business unit, business unit name, cost center name, cost centre name,
    division, division name, team, team name, section, sub department, department code, dept code, dept id, department id, cost center, cost centre, org unit path,
    organization, organisation, supervisory organization, functional area,
    abteilung, organisationseinheit, bereich, kostenstelle, departement, service, unite organisationnelle, direction,
    departamento, area, seccion, unidad organizativa, afdeling, organisatie eenheid, reparto, dipartimento, ufficio, unita organizzativa,
    dzial, wydzial, jednostka organizacyjna, setor, unidade`,
  jobTitle: `
    job title, jobtitle, job title description, job role, position title, position name, position, role title, job name, job profile, business title,
    occupation, designation, employee title, job description, job position, job function, post title, role, job, job classification,
    stellenbezeichnung, stelle, berufsbezeichnung, tatigkeit, funktion, poste, intitule du poste, intitule de poste, fonction, emploi, metier,
    puesto, puesto de trabajo, cargo, ocupacion, functie, functietitel, functienaam, functieomschrijving, mansione, qualifica, ruolo, posizione,
    stanowisko, stanowisko pracy, funcao`,
  email: `
    email, e mail, email address, e mail address, mail, work email, work email address, business email, business email address, company email, corporate email,
    office email, primary email, primary email address, email work, email business, email id, email 1, email 1 value, mail address,
    email business information email address, electronic mail, contact email, personal email, personal email address, home email, home email address, private email,
    email personal, email private, email home,
    e mail adresse, emailadresse, mailadresse, e mail dienstlich, dienstliche e mail, geschaftliche e mail, e mail geschaftlich, e mail privat, private e mail,
    adresse email, adresse e mail, adresse mail, courriel, adresse courriel, email professionnel, courriel professionnel, correo, correo electronico,
    correo corporativo, direccion de correo electronico, e mailadres, emailadres, zakelijk e mailadres, indirizzo email, indirizzo e mail, posta elettronica,
    email aziendale, adres e mail, adres email, poczta elektroniczna, email sluzbowy, correio eletronico, endereco de email`,
  phone: `
    phone, phone number, telephone, telephone number, tel, tel no, phone no, mobile, mobile phone, mobile number, mobile phone number, mobile no, mobile telephone, cell,
    cell phone, cell phone number, cellphone, cell number, contact number, contact phone, primary phone, primary phone number, work mobile, work phone, work phone number, business phone,
    business phone number, office phone, work telephone, phone work, phone mobile, phone 1, phone 1 value, personal mobile, personal phone, home phone, home phone number, home telephone,
    telefon, telefonnummer, handy, handynummer, mobil, mobiltelefon, mobilnummer, telefon mobil, telefon dienstlich, rufnummer,
    telephone portable, portable, numero de telephone, mobile professionnel, tel portable, telefono, telefono movil, movil, celular, numero de telefono,
    telefoon, telefoonnummer, mobiel, mobiel nummer, gsm, cellulare, telefono cellulare, numero di telefono, telefon komorkowy, numer telefonu,
    nr telefonu, komorka, telemovel, telefone`,
  lineManager: `
    line manager id, line manager employee id, line manager number, line manager employee number, manager id, manager employee id, manager employee number, manager number,
    manager no, manager empl id, supervisor id, supervisor employee id, supervisor number, supervisor employee number, reports to id, reports to employee id, reports to number,
    reporting manager id, direct manager id, mgr id, manager user id, manager emp id, manager code, line manager code, line manager payroll number,
    line manager, line manager name, manager, manager name, managers name, reports to, reports to name, reporting to, reporting manager, reporting to name, direct manager,
    supervisor, supervisor name, supervisor full name, immediate supervisor, mgr, mgr name, people manager, boss, team leader, team lead, manager full name,
    line manager email, manager email, supervisor email, manager work email, reports to email,
    vorgesetzter, vorgesetzte, vorgesetzte r, vorgesetzter id, vorgesetzten id, personalnummer vorgesetzter, personalnummer des vorgesetzten, fuhrungskraft, teamleiter,
    responsable, manager direct, superieur, superieur hierarchique, responsable hierarchique, n 1, matricule responsable, matricule manager, jefe, jefe directo, supervisor directo,
    jefe inmediato, leidinggevende, direct leidinggevende, manager naam, responsabile, responsabile diretto, superiore, przelozony, bezposredni przelozony,
    kierownik, gestor, superior hierarquico`,
  startDate: `
    start date, hire date, date of hire, hired on, hired, hire dt, date hired, date started, employment start date, employment start, employment date, date of employment,
    joining date, date of joining, join date, date joined, doj, commencement date, start date of employment, date of commencement, continuous service date,
    original hire date, original start date, latest hire date, most recent hire date, last hire date, rehire date, company start date, date start, service date, seniority date,
    contract start date, contract start, position start date, entry date,
    eintrittsdatum, eintritt, einstellungsdatum, beschaftigt seit, beginn, startdatum, vertragsbeginn, anstellungsdatum, date d entree, date entree, date d embauche, date embauche, date de debut,
    date d arrivee, date anciennete, date d anciennete, fecha de inicio, fecha inicio, fecha de alta, fecha alta, fecha de ingreso, fecha ingreso, fecha de contratacion,
    fecha contratacion, datum in dienst, indiensttreding, datum indiensttreding, in dienst, in dienst sinds, indienst, data assunzione, data di assunzione, data inizio, data ingresso,
    data zatrudnienia, data rozpoczecia, data rozpoczecia pracy, data przyjecia, data de admissao, data admissao`,
  leftOn: `
    termination date, date of termination, terminated on, term date, termination dt, date terminated, leaving date, leave date, date left, left on, left date, date of leaving, leaver date,
    employed until, last day, last working day, last day of work, last day worked, last date worked, last employment date, employment end date, employment end, end date of employment, employee end date,
    separation date, date of separation, exit date, date of exit, resignation date, end of employment, termination effective date, date end, retirement date,
    contract end date, contract end, contract termination date,
    austrittsdatum, austritt, vertragsende, beschaftigt bis, ausgeschieden am, letzter arbeitstag, kundigungsdatum, enddatum, date de sortie, date sortie, date de depart,
    date depart, date de fin, date fin contrat, date de fin de contrat, fin de contrat, fecha de baja, fecha baja, fecha de salida, fecha salida, fecha de cese, fecha cese, fecha fin, fecha de terminacion,
    datum uit dienst, uitdiensttreding, datum uitdiensttreding, uit dienst, uit dienst per, uitdienst, einddatum, data cessazione, data di cessazione, data fine, data fine rapporto, data licenziamento,
    data uscita, data zwolnienia, data zakonczenia, data zakonczenia pracy, data rozwiazania umowy, data de demissao, data demissao`,
  employmentStatus: `
    employment status, employee status, worker status, emp status, staff status, hr status, job status, status, active status, current status, employment status name, employment state,
    position status, status code, state of employment, active, is active, active employee, currently employed, currently active, active y n, terminated, is terminated, left, has left, leaver, inactive, is inactive,
    beschaftigungsstatus, mitarbeiterstatus, aktiv, ausgeschieden, statut, statut employe, statut salarie, actif, estado, estado laboral, estado empleado, situacion, activo,
    dienstverband status, actief, stato, stato dipendente, attivo, status pracownika, status zatrudnienia, aktywny, situacao`,
};

/** Names too plain to mean anything behind another word: "ID" alone is the Employee ID, "Bank ID" is not. */
const plainNames: Partial<Record<ImportField, string>> = {
  employeeId:
    'id, number, no, nr, num, #, code, key, ref, reference, pin, pin number, payroll pin, employee pin, external id, unique id, identifier, nummer, numero, codigo, codice, numer',
  fullName: 'name, names, nom, naam, nombre, nome, nazwa',
  jobTitle: 'title, titel, titre',
  startDate: 'start, started, joined, from, von, desde',
  leftOn: 'end date, end, ended, until, to date, valid to, bis',
};

/** Words that HR systems put before a name without changing what it means. */
const QUALIFIERS = new Set(
  'employee employees emp empl ee worker staff personal personnel person legal current primary main official associate colleague member team work business employment contact name hr payroll job user profile basic info information details general mitarbeiter salarie employe empleado medewerker dipendente pracownik'.split(
    ' ',
  ),
);
const TRAILERS = new Set('required optional value text field upload only read 1 y n'.split(' '));

interface NamedField {
  readonly field: ImportField;
  /** The smaller, the surer. */
  readonly rank: number;
}

const PLAIN_RANK = 200;
const QUALIFIED_RANK = 400;

/** The words of a heading: `EmpID` is "emp id", `N° employé` is "n employe". */
export function headingWords(heading: string): string[] {
  const apart = heading.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/['’`]/g, ' ');
  return foldText(apart)
    .replace(/#/g, ' # ')
    .split(/[^\p{L}\p{N}#]+/u)
    .filter((word) => word !== '');
}

const NUMBER_WORDS = new Set('no nr num n number nummer numero numer #'.split(' '));

/** Words to one word, however it abbreviates "number". */
const wordsToKey = (words: readonly string[]): string =>
  words.map((word) => (NUMBER_WORDS.has(word) ? 'no' : word)).join('');

const sure = new Map<string, NamedField>();
const plain = new Map<string, NamedField>();
for (const [target, source, base] of [
  [sure, names, 0],
  [plain, plainNames, PLAIN_RANK],
] as const) {
  for (const [field, list] of Object.entries(source)) {
    for (const [place, name] of list.split(',').entries()) {
      const words = headingWords(name);
      for (const key of [words.join(''), wordsToKey(words)]) {
        if (key !== '' && !target.has(key))
          target.set(key, { field: field as ImportField, rank: base + place });
      }
    }
  }
}

const lookUp = (known: ReadonlyMap<string, NamedField>, words: readonly string[]): NamedField | undefined =>
  known.get(words.join('')) ?? known.get(wordsToKey(words));

/** "Employee Number" without "Employee" is too plain, "Employee First Name" without it is not. */
function withoutQualifiers(words: readonly string[]): NamedField | undefined {
  const rest = [...words];
  for (let cut = 1; rest.length > 0; cut++) {
    if (TRAILERS.has(rest.at(-1) ?? '')) rest.pop();
    else if (QUALIFIERS.has(rest[0] ?? '')) rest.shift();
    else return undefined;
    const found = lookUp(sure, rest);
    if (found) return { field: found.field, rank: found.rank + QUALIFIED_RANK * cut };
  }
  return undefined;
}

const MANAGER_WORDS =
  /^(?:line |direct |people |reporting )?(?:managers?|supervisors?|mgr|reports to|reporting to|vorgesetzte[rn]?|leidinggevende|responsable|superieur|jefe|responsabile)(?: s)? (.+)$/;

/** "Supervisor Employee Number", "Reports To Associate ID": the same names, of the person above. */
function managerHeading(words: readonly string[]): NamedField | undefined {
  const of = MANAGER_WORDS.exec(words.join(' '))?.[1]?.split(' ') ?? [];
  const field = (lookUp(sure, of) ?? lookUp(plain, of) ?? withoutQualifiers(of))?.field;
  if (field === 'employeeId') return { field: 'lineManager', rank: 0 };
  return field === 'fullName' || field === 'email' ? { field: 'lineManager', rank: PLAIN_RANK } : undefined;
}

/** Which field a heading names, if it is a usual name. Remarks in brackets count only when they are needed. */
export function headingToField(heading: string): NamedField | undefined {
  const bare = headingWords(heading.replace(/\[[^\]]*\]|\([^)]*\)/g, ' '));
  for (const words of [headingWords(heading), bare]) {
    const found = lookUp(sure, words) ?? lookUp(plain, words);
    if (found) return found;
  }
  return managerHeading(bare) ?? withoutQualifiers(bare);
}
