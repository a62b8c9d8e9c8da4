/** One choice out of a list, with its label. */
export function ChoiceField<T extends string | number | boolean>({
  label,
  anyLabel,
  value,
  choices,
  onChange,
}: {
  label: string;
  /** What it is called when nothing is chosen; left out where something always is. */
  anyLabel?: string;
  value: T | null;
  choices: readonly { value: T; label: string }[];
  onChange: (value: T | null) => void;
}) {
  return (
    <label>
      {label}
      <select
        value={String(value ?? '')}
        onChange={({ target }) =>
          onChange(choices.find((choice) => String(choice.value) === target.value)?.value ?? null)
        }
      >
        {anyLabel !== undefined && <option value="">{anyLabel}</option>}
        {choices.map((choice) => (
          <option key={String(choice.value)} value={String(choice.value)}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  );
}
