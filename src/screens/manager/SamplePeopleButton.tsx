// For a newcomer with an empty list: some forty invented people to look around with.

import { importText as text } from '../../i18n/importList';
import { useManagerApp } from '../../reactive/AppContext';
import { createCommand } from '../../reactive/createCommand';
import { Button } from '../../ui/Button';

export function SamplePeopleButton() {
  const app = useManagerApp();
  // Refused only when somebody is on the list by now, or the area is locked: either way this button is gone.
  const add = createCommand(app.addSamplePeople);
  return (
    <Button
      variant="quiet"
      busy={add.isPending() ? text.addingSample : undefined}
      onPress={() => void add.run(undefined)}
    >
      {text.sample}
    </Button>
  );
}
