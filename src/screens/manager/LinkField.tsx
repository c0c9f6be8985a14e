// A link to be copied by hand: whole, not to be changed, and marked as soon as it is touched.

import { Field } from '../../ui/Field';

export function LinkField(props: { readonly label: string; readonly link: string }) {
  let input: HTMLInputElement | undefined;
  return (
    <Field
      label={props.label}
      value={props.link}
      onInput={() => undefined}
      readOnly
      ref={(element) => {
        input = element;
      }}
      onFocus={() => input?.select()}
    />
  );
}
