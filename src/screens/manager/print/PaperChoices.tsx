// The two questions before anything is printed: which paper, and what it says about where the tablet is.

import type { Paper } from '../../../domain/paper';
import { printText as text } from '../../../i18n/print';
import { Field } from '../../../ui/Field';
import { SelectField } from '../../../ui/SelectField';

export function PaperField(props: {
  readonly value: Paper;
  readonly words?: Readonly<Record<Paper, string>>;
  readonly onChange: (paper: Paper) => void;
}) {
  return (
    <SelectField
      label={text.paper}
      value={props.value}
      options={(Object.keys(text.papers) as Paper[]).map((value) => ({
        value,
        label: (props.words ?? text.papers)[value],
      }))}
      onChange={(value) => props.onChange(value as Paper)}
    />
  );
}

/** As long as a site's name and a tablet's can be together. */
const WHERE_LIMIT = 202;

export const WhereField = (props: { readonly value: string; readonly onInput: (where: string) => void }) => (
  <Field
    label={text.where}
    hint={text.whereHint}
    value={props.value}
    maxLength={WHERE_LIMIT}
    onInput={props.onInput}
  />
);
