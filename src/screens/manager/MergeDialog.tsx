// Two people under one ID are one person after all: shown first what that changes on the list.

import { Show } from 'solid-js';
import { detailFields } from '../../domain/employeeDetails';
import { attentionText } from '../../i18n/attention';
import { sentence } from '../../i18n/failures';
import { managerText } from '../../i18n/manager';
import { useManagerApp } from '../../reactive/AppContext';
import type { CaseTold } from '../../reactive/createAttention';
import { createCommand } from '../../reactive/createCommand';
import { Button } from '../../ui/Button';
import { DefinitionList } from '../../ui/DefinitionList';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import styles from './Attention.module.css';

const text = attentionText.merge;

export interface SettlingDialogProps {
  readonly told: CaseTold;
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

export function MergeDialog(props: SettlingDialogProps) {
  const { attention } = useManagerApp();
  const merge = createCommand(({ employeeId, caseId }: CaseTold) =>
    attention.settle(employeeId, caseId, 'merge'),
  );
  const changed = () => detailFields.filter((field) => props.told.changes[field] !== undefined);
  const go = async () => {
    const merged = await merge.run(props.told);
    if (merged?.ok) props.onDone(attentionText.settled.merge(props.told));
  };
  return (
    <Dialog
      open
      title={text.title}
      closeWord={managerText.close}
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose}>{managerText.cancel}</Button>
          <Button variant="primary" busy={merge.isPending() ? attentionText.busy : undefined} onPress={go}>
            {text.submit}
          </Button>
        </>
      }
    >
      <Show when={changed().length > 0} fallback={<p>{text.unchanged}</p>}>
        <p>{text.text(props.told.employeeId)}</p>
        <DefinitionList
          rows={changed().map((field) => ({
            label: text.field(field),
            value: (
              <>
                <strong>{text.after(field, props.told.changes)}</strong>{' '}
                <span class={styles.soft}>{text.before(field, props.told.employee.details)}</span>
              </>
            ),
          }))}
        />
      </Show>
      <Show when={merge.refusal()}>{(refusal) => <Notice kind="danger" title={sentence(refusal())} />}</Show>
    </Dialog>
  );
}
