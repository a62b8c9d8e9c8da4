/** One choice out of a list, with its label. */
export function ChoiceField<T extends string | number | boolean>({
  label,
  any,
  value,
  choices,
  onChange,
}: {
  label: string;
  /** What it is called when nothing is chosen; left out where something always is. */
  any?: string;
  value: T | null;
  choices: readonly { value: T; words: string }[];
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
        {any !== undefined && <option value="">{any}</option>}
        {choices.map((choice) => (
          <option key={String(choice.value)} value={String(choice.value)}>
            {choice.words}
          </option>
        ))}
      </select>
    </label>
  );
}
