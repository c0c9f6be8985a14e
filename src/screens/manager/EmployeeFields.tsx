// The fields about a person, for enrolling them and for changing their details: what is needed first, the rest below.

import { Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import type { EmployeeDetails, FieldProblems } from '../../domain/employeeDetails';
import { countryOptions } from '../../i18n/countries';
import { sentence } from '../../i18n/failures';
import { managerText } from '../../i18n/manager';
import { useManagerApp } from '../../reactive/AppContext';
import { createLiveQuery } from '../../reactive/createLiveQuery';
import { Field, type FieldProps } from '../../ui/Field';
import { SelectField } from '../../ui/SelectField';
import styles from './EmployeeFields.module.css';

const text = managerText.form;

export type FormField = keyof typeof empty;
export type FormValues = { readonly [Name in FormField]: string };

const empty = {
  employeeId: '',
  firstName: '',
  lastName: '',
  email: '',
  country: '',
  department: '',
  jobTitle: '',
  phone: '',
  lineManager: '',
  startDate: '',
};

export interface EmployeeForm {
  readonly values: FormValues;
  set(field: FormField, value: string): void;
  /** What the form means by now: the fields that differ from what it began with, over what is known today. */
  over(known: Partial<EmployeeDetails>): FormValues;
}

/** The form's values, begun with what is known. */
export function createEmployeeForm(known: Partial<EmployeeDetails>): EmployeeForm {
  const begun: FormValues = { ...empty, ...known };
  const [values, setValues] = createStore({ ...begun });
  const isTouched = (field: string) => values[field as FormField] !== begun[field as FormField];
  return {
    values,
    set: (field, value) => setValues(field, value),
    over(current) {
      const touched = Object.entries(values).filter(([field]) => isTouched(field));
      return { ...empty, ...current, ...Object.fromEntries(touched) };
    },
  };
}

export interface EmployeeFieldsProps {
  readonly form: EmployeeForm;
  readonly problems: FieldProblems;
  /** The Employee ID of someone on the list never changes: no field for it. */
  readonly withEmployeeId: boolean;
}

export function EmployeeFields(props: EmployeeFieldsProps) {
  const { employees } = useManagerApp();
  const departments = createLiveQuery(() => undefined, employees.departments);
  const problem = (field: FormField) => {
    const found = props.problems[field];
    return found && sentence(found);
  };
  const Text = (
    own: Omit<FieldProps, 'label' | 'value' | 'onInput' | 'error'> & { readonly field: FormField },
  ) => (
    <Field
      {...own}
      label={text[own.field]}
      name={own.field}
      value={props.form.values[own.field]}
      onInput={(value) => props.form.set(own.field, value)}
      error={problem(own.field)}
    />
  );
  return (
    <div class={styles.fields}>
      <Show when={props.withEmployeeId}>
        <Text field="employeeId" look="code" required hint={text.employeeIdHint} maxLength={64} />
      </Show>
      <div class={styles.pair}>
        <Text field="firstName" maxLength={200} />
        <Text field="lastName" maxLength={200} />
      </div>
      <Text
        field="email"
        kind="text"
        inputMode="email"
        optionalWord={managerText.optional}
        hint={text.emailHint}
      />
      <h2 class={styles.more}>{text.more}</h2>
      <div class={styles.pair}>
        <Text
          field="department"
          optionalWord={managerText.optional}
          suggestions={(departments() ?? []).filter((name) => name !== '')}
        />
        <Text field="jobTitle" optionalWord={managerText.optional} />
        <Text field="phone" kind="tel" optionalWord={managerText.optional} />
        <SelectField
          label={text.country}
          value={props.form.values.country}
          options={[{ value: '', label: text.noCountry }, ...countryOptions()]}
          onChange={(country) => props.form.set('country', country)}
          error={problem('country')}
          optionalWord={managerText.optional}
        />
        <Text field="lineManager" look="code" optionalWord={managerText.optional} />
        <Text field="startDate" kind="date" optionalWord={managerText.optional} />
      </div>
    </div>
  );
}

/** Brings the person to the first field that needs another look. */
export function focusFirstProblem(form: HTMLFormElement | undefined): void {
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
