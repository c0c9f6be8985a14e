// The activity for a screen: what happened, newest first, with the names of everyone in it.

import type { Accessor } from 'solid-js';
import type { ManagerApp } from '../app/manager/managerApp';
import { textToActor } from '../domain/actor';
import { fullName } from '../domain/employeeDetails';
import { streamKind } from '../domain/folds';
import type { EmployeeId } from '../domain/ids';
import { streamId } from '../domain/streams';
import { useManagerApp } from './AppContext';
import { createLiveRecords } from './createLiveRecords';

export type ActivityItem = Awaited<ReturnType<ManagerApp['activity']['page']>>['items'][number];

export interface ActivityQuestion {
  /** Only what concerns this employee. */
  readonly employeeId?: EmployeeId | undefined;
  /** How many pages of the whole log. */
  readonly pages: number;
}
export interface Activity {
  readonly question: ActivityQuestion;
  readonly items: readonly (ActivityItem & { readonly id: string })[];
  readonly hasOlder: boolean;
  /** Names by `manager:<id>`, `employee:<id>` and `device:<id>`. */
  readonly names: Readonly<Record<string, string>>;
}

/** Asked anew with every write: what is new stands at the top, and the pages already shown stay complete. */
export function createActivity(question: Accessor<ActivityQuestion>): Accessor<Activity | undefined> {
  const app = useManagerApp();
  return createLiveRecords(
    question,
    async (asked): Promise<Activity> => {
      const { items, hasOlder } = asked.employeeId
        ? { items: await app.activity.of(asked.employeeId), hasOlder: false }
        : await pagesOf(app, asked.pages);
      return {
        question: asked,
        items: items.map((item) => ({ ...item, id: item.event.id })),
        hasOlder,
        names: await namesIn(app, items),
      };
    },
    'id',
  );
}

async function pagesOf(app: ManagerApp, pages: number) {
  const items: ActivityItem[] = [];
  let olderThan: number | undefined;
  for (let page = 0; page < pages; page += 1) {
    const found = await app.activity.page(olderThan);
    items.push(...found.items);
    olderThan = found.olderThan;
    if (olderThan === undefined) break;
  }
  // What came late stands where it happened, as far as the pages on screen go.
  items.sort((a, b) => (a.event.id < b.event.id ? 1 : -1));
  return { items, hasOlder: olderThan !== undefined };
}

async function namesIn(app: ManagerApp, items: readonly ActivityItem[]): Promise<Record<string, string>> {
  const employeeIds = new Set<EmployeeId>();
  for (const item of items) {
    const actor = textToActor(item.event.by);
    if (actor.kind === 'employee') employeeIds.add(actor.employeeId);
    if (item.kind === 'one' && streamKind(item.stream) === 'employee')
      employeeIds.add(streamId(item.stream) as EmployeeId);
  }
  const [managers, tablets, employees] = await Promise.all([
    app.activity.managers(),
    app.tablets(),
    app.employees.states([...employeeIds]),
  ]);
  const names: Record<string, string> = {};
  for (const { managerId, name } of managers) names[`manager:${managerId}`] = name;
  for (const { device, name } of tablets) names[`device:${device}`] = name;
  for (const [id, employee] of employees)
    if (employee.status === 'enrolled') names[`employee:${id}`] = fullName(employee.details);
  return names;
}
