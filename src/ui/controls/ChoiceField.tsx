/** A labeled list to choose one value from. */
export function ChoiceField<T extends string | number | boolean>({
  label,
  anyLabel,
  value,
  choices,
  onChange,
}: {
  label: string;
  /** The choice that stands for none, such as "Any"; left out where a choice is required. */
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
