interface Props<T extends string> {
  readonly label: string;
  /** What each option is called. */
  readonly options: Readonly<Record<T, string>>;
  readonly tips?: Readonly<Record<T, string>>;
  readonly value: T;
  set(value: T): void;
}

/** One of a few, side by side; arrow keys go along. */
export function Switch<T extends string>({ label, options, tips, value, set }: Props<T>) {
  const names = Object.keys(options) as T[];
  const go = (by: number, from: HTMLElement) => {
    const next = (names.indexOf(value) + by + names.length) % names.length;
    set(names[next] as T);
    (from.parentElement?.children[next] as HTMLElement | undefined)?.focus();
  };
  return (
    <div className="switch words" role="radiogroup" aria-label={label}>
      {names.map((name) => (
        // biome-ignore lint/a11y/useSemanticElements: one of a row of buttons, as everywhere in the editor
        <button
          type="button"
          role="radio"
          key={name}
          aria-checked={name === value}
          tabIndex={name === value ? 0 : -1}
          title={tips?.[name]}
          onClick={() => set(name)}
          onKeyDown={({ key, currentTarget }) => {
            if (key === "ArrowRight" || key === "ArrowDown") go(1, currentTarget);
            if (key === "ArrowLeft" || key === "ArrowUp") go(-1, currentTarget);
          }}
        >
          {options[name]}
        </button>
      ))}
    </div>
  );
}
