// Some forty people who do not exist, so that a newcomer can look around: two sites' worth of departments with their
// line managers, most of them without an email address, with names as people really have them.

import type { EmployeeDetails } from '../../domain/employeeDetails';
import { parseEmployeeId } from '../../domain/ids';
import { type ImportRow, placesById } from '../../domain/importRow';
import { parsePlainDate } from '../../domain/plainDate';
import { err, ok, type Result } from '../../kernel/result';
import { runImport } from './importList';
import { planRows } from './importPlan';
import type { ManagerDeps, SessionOver } from './managerDeps';

const FILE_NAME = 'Sample people';

// ID, first name, last name, job title, line manager, start date; an email address where there is one.
const people = `
Production
0101|Marguerite|Delacroix-Fontaine|Plant manager||2009-03-02|marguerite.delacroix@example.com
0102|Ifeoma|Okonkwo|Shift lead|0101|2012-08-20|ifeoma.okonkwo@example.com
0103|Tomasz|Wiśniewski|Shift lead|0101|2014-01-13|
0104|Thi Hương|Nguyễn|Machine operator|0102|2016-05-09|
0105|Siobhán|Ní Dhomhnaill|Machine operator|0102|2017-09-04|
0106|Dejan|Đurđević|Machine operator|0102|2018-02-19|
0107|Aroha|Te Whata|Machine operator|0102|2019-06-03|
0108|Mehmet|Yıldız|Fitter|0103|2015-11-16|
0109|Wanjirũ|Kamau|Fitter|0103|2020-03-09|
0110|Björn|Þorsteinsson|Fitter|0103|2021-10-25|
0111|Sergio|de la Fuente y Martínez de Irujo|Apprentice|0103|2025-09-01|
0112|Leilani|Kahananui|Quality inspector|0101|2018-07-30|leilani.kahananui@example.com
Warehouse
0201|Grzegorz|Brzęczyszczykiewicz|Warehouse manager|0101|2011-04-11|grzegorz.b@example.com
0202|Amina|El-Sayed|Team lead|0201|2015-02-02|
0203|Kofi|Mensah|Forklift driver|0202|2018-10-08|
0204|Zoë|van den Heuvel|Forklift driver|0202|2019-01-21|
0205|Pelé|dos Santos|Picker|0202|2022-05-16|
0206|Nneka|Obi|Picker|0202|2022-11-07|
0207|Radovan|Čech|Picker|0202|2023-03-27|
0208|Jade|Ng|Picker|0202|2024-08-12|
0209|Aleksandra|Müller-Lüdenscheidt|Stock controller|0201|2017-06-19|a.mueller@example.com
0210|Manu|Tamasese|Night shift picker|0202|2025-02-03|
Care
0301|Dorothy|Achterberg|Care home manager||2008-09-15|dorothy.achterberg@example.com
0302|Rosalind|O’Shaughnessy|Senior carer|0301|2013-12-02|
0303|Jean-Baptiste|Kouadio|Carer|0302|2016-08-22|
0304|Yevheniia|Kovalchuk|Carer|0302|2022-04-04|
0305|Precious|Ndlovu|Carer|0302|2021-01-18|
0306|Maria da Conceição|Vasconcelos|Night carer|0302|2019-11-11|
0307|Bao|Tran|Night carer|0302|2023-07-10|
0308|Fatoumata|Diallo|Nurse|0301|2014-05-26|fatoumata.diallo@example.com
0309|Ewan|MacGillivray|Activities coordinator|0301|2020-10-05|
Kitchen
0401|Luca|Bonaventura|Head chef|0301|2016-02-15|luca.bonaventura@example.com
0402|Sunita|Rajagopalan|Cook|0401|2018-04-23|
0403|Ömer|Şahin|Kitchen assistant|0401|2021-06-14|
0404|Cher||Kitchen assistant|0401|2024-01-08|
Grounds
0501|Hamish|Featherstonehaugh|Head gardener|0301|2010-03-29|
0502|Inés|Etxeberria|Gardener|0501|2017-03-06|
0503|Joachim|Groß|Caretaker|0501|2015-07-20|
0504|Olumide|Adeyemi|Driver|0501|2022-09-26|
0505|Pita|Siaosi|Seasonal gardener|0501|2026-03-02|
`;

export type SamplePeopleRefusal = { readonly type: 'listNotEmpty' } | SessionOver;

/** Gives how many people were added. Only an empty list takes them: among real people they would be in the way. */
export async function addSamplePeople(deps: ManagerDeps): Promise<Result<number, SamplePeopleRefusal>> {
  if (await deps.queries.hasEmployees()) return err({ type: 'listNotEmpty' });
  const rows = sampleRows();
  const plan = await planRows(deps, FILE_NAME, rows, placesById(rows));
  if (!plan) throw new Error('Nobody called off the plan for the sample people');
  const added = await runImport(deps, plan);
  return added.ok ? ok(rows.length) : added;
}

function sampleRows(): ImportRow[] {
  const rows: ImportRow[] = [];
  let department = '';
  for (const [line, text] of people.split('\n').entries()) {
    const [id = '', firstName = '', lastName = '', jobTitle = '', manager = '', start = '', email = ''] =
      text.split('|');
    if (text !== '' && !text.includes('|')) department = text;
    const employeeId = parseEmployeeId(id);
    const startDate = parsePlainDate(start);
    const lineManager = parseEmployeeId(manager);
    if (!employeeId.ok || !startDate.ok) continue;
    const details: EmployeeDetails = {
      firstName,
      lastName,
      department,
      jobTitle,
      startDate: startDate.value,
      ...(email === '' ? {} : { email }),
      ...(lineManager.ok ? { lineManager: lineManager.value } : {}),
    };
    rows.push({ line: line + 1, kind: 'person', employeeId: employeeId.value, details, notes: [] });
  }
  return rows;
}
