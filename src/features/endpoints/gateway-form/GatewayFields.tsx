import type { GatewayDraft, GatewayErrors, GatewayField } from '../../../domain/site/gatewayDraft.ts';
import { TextAreaField } from '../../../ui/controls/TextAreaField.tsx';
import { TextField } from '../../../ui/controls/TextField.tsx';
import { PageCard } from '../PageCard.tsx';
import { FlagField } from './FlagField.tsx';
import { FIELD_GROUPS, FIELD_TEXTS } from './fieldTexts.ts';

/** Shows a field for every setting of a gateway. */
export function GatewayFields({
  draft,
  errors,
  onChange,
}: {
  draft: GatewayDraft;
  errors: GatewayErrors;
  onChange: (field: GatewayField, text: string) => void;
}) {
  return FIELD_GROUPS.map(({ title, fields }) => (
    <PageCard key={title} title={title}>
      {fields.map((field) => (
        <Field
          key={field}
          field={field}
          value={draft[field]}
          error={errors[field] ?? null}
          onChange={(text) => onChange(field, text)}
        />
      ))}
    </PageCard>
  ));
}

function Field({
  field,
  value,
  error,
  onChange,
}: {
  field: GatewayField;
  value: string;
  error: string | null;
  onChange: (text: string) => void;
}) {
  const { label, hint, kind } = FIELD_TEXTS[field];
  if (kind === 'flag')
    return <FlagField label={label} hint={hint} value={value} error={error} onChange={onChange} />;
  const common = {
    label,
    error,
    value,
    autoComplete: 'off',
    onChange: ({ target }: { target: { value: string } }) => onChange(target.value),
    ...(hint !== undefined && { hint }),
  };
  if (kind === 'text') return <TextField {...common} />;
  if (kind === 'number') return <TextField {...common} inputMode="numeric" />;
  const isCode = kind === 'json';
  return <TextAreaField {...common} rows={isCode ? 10 : 3} mono={isCode} spellCheck={!isCode && undefined} />;
}
