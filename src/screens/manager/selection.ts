// Who is ticked while several people are being chosen from the list. The first tick begins the choosing; until it is ended a
// row is a tick and no way to a person, so that no slip of the finger loses what was chosen.

import { type Accessor, createSignal } from 'solid-js';
import type { EmployeeId } from '../../domain/ids';

export interface Selection {
  readonly isOn: Accessor<boolean>;
  readonly ids: Accessor<readonly EmployeeId[]>;
  readonly count: Accessor<number>;
  has(id: EmployeeId): boolean;
  set(id: EmployeeId, isChosen: boolean): void;
  addAll(ids: readonly EmployeeId[]): void;
  begin(): void;
  end(): void;
}

export function createSelection(): Selection {
  const [chosen, setChosen] = createSignal<ReadonlySet<EmployeeId> | undefined>();
  return {
    isOn: () => chosen() !== undefined,
    ids: () => [...(chosen() ?? [])],
    count: () => chosen()?.size ?? 0,
    has: (id) => chosen()?.has(id) ?? false,
    set(id, isChosen) {
      const next = new Set(chosen());
      if (isChosen) next.add(id);
      else next.delete(id);
      setChosen(next);
    },
    addAll: (ids) => setChosen(new Set([...(chosen() ?? []), ...ids])),
    begin: () => setChosen(new Set<EmployeeId>()),
    end: () => setChosen(undefined),
  };
}
