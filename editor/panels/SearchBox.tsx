import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import type { Icon } from "../icons.ts";

/** One thing that a search box offers. */
export interface Offer {
  readonly key: string;
  readonly icon: Icon | null;
  readonly label: string;
  readonly aside: string;
  readonly end: ReactNode;
}

interface Props {
  readonly label: string;
  /** Before the text: what is searched for. */
  readonly mark: ReactNode;
  readonly className: string;
  readonly style?: { readonly left: number; readonly top: number };
  readonly offers: (text: string) => readonly Offer[];
  readonly none: string;
  readonly choose: (key: string) => void;
  readonly close: () => void;
}

/** A field over a list: typing narrows it, arrows walk it, Enter takes, Escape leaves. What had the focus gets it back. */
export function SearchBox({ label, mark, className, style, offers, none, choose, close }: Props) {
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const list = useId();
  const found = useMemo(() => offers(text), [offers, text]);
  const field = useFocus();
  const leave = (then?: () => void) => {
    field.giveBack();
    close();
    then?.();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const next = stepOf(event.key, active, found.length);
    const offer = found[active];
    if (event.key === "Escape" || event.key === "Tab") leave();
    else if (event.key === "Enter" && offer) leave(() => choose(offer.key));
    else if (next !== null) setActive(next);
    else return;
    event.preventDefault();
  };
  return (
    <div
      className={`search-box ${className}`}
      style={style}
      role="dialog"
      aria-label={label}
      onMouseDown={keepFocus}
    >
      <div className="search-box-field">
        {mark}
        <input
          ref={field.element}
          type="text"
          role="combobox"
          aria-label={label}
          aria-expanded="true"
          aria-controls={list}
          aria-activedescendant={found.length > 0 ? `${list}-${active}` : undefined}
          aria-autocomplete="list"
          placeholder={label}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            setActive(0);
          }}
          onKeyDown={keys}
          onBlur={close}
        />
      </div>
      <Offers {...{ list, label, found, active, setActive }} choose={(key) => leave(() => choose(key))} />
      <p className="search-box-none" role="status" hidden={found.length > 0}>
        {found.length === 0 && none}
      </p>
    </div>
  );
}

/** A press beside the field does not take the focus from it. */
function keepFocus(event: MouseEvent): void {
  if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
}

/** Where a key leads in the list; null for a key that leads nowhere. */
function stepOf(key: string, active: number, count: number): number | null {
  const page = 8;
  if (key === "ArrowDown") return (active + 1) % Math.max(1, count);
  if (key === "ArrowUp") return (active + count - 1) % Math.max(1, count);
  if (key === "PageDown") return Math.min(Math.max(0, count - 1), active + page);
  if (key === "PageUp") return Math.max(0, active - page);
  return null;
}

/** Takes the focus, and knows whose it was. */
function useFocus() {
  const element = useRef<HTMLInputElement>(null);
  const before = useRef<Element | null>(null);
  useEffect(() => {
    if (document.activeElement !== element.current) before.current = document.activeElement;
    element.current?.focus();
  }, []);
  const giveBack = () => {
    if (before.current instanceof HTMLElement && before.current !== document.body) before.current.focus();
  };
  return { element, giveBack };
}

interface OffersProps {
  readonly list: string;
  readonly label: string;
  readonly found: readonly Offer[];
  readonly active: number;
  readonly setActive: (index: number) => void;
  readonly choose: (key: string) => void;
}

function Offers({ list, label, found, active, setActive, choose }: OffersProps) {
  const lines = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list is scrolled anew, too
  useEffect(() => {
    lines.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active, found]);
  return (
    <div
      ref={lines}
      id={list}
      className="offers"
      role="listbox"
      aria-label={label}
      hidden={found.length === 0}
    >
      {found.map(({ key, icon: Icon, label: name, aside, end }, index) => (
        <button
          type="button"
          tabIndex={-1}
          key={key}
          id={`${list}-${index}`}
          role="option"
          className="offer"
          aria-selected={index === active}
          data-offer={key}
          onPointerMove={() => setActive(index)}
          onClick={() => choose(key)}
        >
          {Icon && <Icon size={14} strokeWidth={1.4} aria-hidden />}
          <span className="offer-name">{name}</span>
          <span className="aside">{aside}</span>
          {end}
        </button>
      ))}
    </div>
  );
}
