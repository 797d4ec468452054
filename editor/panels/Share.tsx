import FileJson from "lucide-react/icons/file-json";
import ImageDown from "lucide-react/icons/image-down";
import Link2 from "lucide-react/icons/link-2";
import Share2 from "lucide-react/icons/share-2";
import { useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { perform } from "../actions/index.ts";
import { app } from "../app.ts";
import { longestLink } from "../handing/link.ts";
import { currentLink, selectedPictures } from "../handing/share.ts";
import { bytes } from "../numbers.ts";
import { words } from "../words.ts";
import { nameOf } from "./nameOf.ts";

/** The button in the top bar, and the ways to hand the graph on. */
export function Share() {
  const open = useStore(app.surroundings, (state) => state.open === "share");
  const empty = useStore(app.store, ({ document }) => document.nodes.length === 0);
  return (
    <div className="share">
      <button
        type="button"
        className="button"
        aria-label={words.actions.share}
        aria-haspopup="menu"
        aria-expanded={open}
        disabled={empty}
        title={empty ? words.handing.empty : words.handing.tip}
        onClick={() => perform("share")}
      >
        <Share2 size={16} strokeWidth={1.4} aria-hidden />
        <span>{words.actions.share}</span>
      </button>
      {open && <Menu />}
    </div>
  );
}

function Menu() {
  const menu = useRef<HTMLDivElement>(null);
  const size = useLinkSize();
  const tooLong = size !== null && size > longestLink;
  const [selected] = app.selection.getState().nodes;
  const pictured = selected !== undefined && selectedPictures() !== null;
  useEffect(() => {
    const back = document.activeElement;
    menu.current?.querySelector("button")?.focus();
    const down = ({ target }: PointerEvent) => {
      const inside = target instanceof Element && target.closest(".share");
      if (!inside) app.surroundings.setState({ open: null });
    };
    addEventListener("pointerdown", down);
    return () => {
      removeEventListener("pointerdown", down);
      if (back instanceof HTMLElement && document.activeElement === document.body) back.focus();
    };
  }, []);
  return (
    <div className="menu share-menu" ref={menu} role="menu" aria-label={words.actions.share}>
      <Row
        icon={Link2}
        id="copyLink"
        aside={size === null ? "" : bytes(size)}
        about={tooLong ? words.handing.tooLong(bytes(size), bytes(longestLink)) : words.handing.aboutLink}
        disabled={tooLong}
      />
      <Row
        icon={ImageDown}
        id="exportPng"
        about={pictured ? words.handing.aboutPicture(nameOf(app.document, selected)) : words.handing.aboutPng}
      />
      <Row icon={FileJson} id="exportGraph" about={words.handing.aboutJson} />
    </div>
  );
}

interface RowProps {
  readonly icon: typeof Link2;
  readonly id: "copyLink" | "exportPng" | "exportGraph";
  readonly about: string;
  readonly aside?: string;
  readonly disabled?: boolean;
}

function Row({ icon: Icon, id, about, aside = "", disabled = false }: RowProps) {
  return (
    <button
      type="button"
      role="menuitem"
      className="menu-row"
      aria-disabled={disabled}
      onClick={() => {
        if (disabled) return;
        app.surroundings.setState({ open: null });
        perform(id);
      }}
    >
      <Icon size={16} strokeWidth={1.4} aria-hidden />
      <span className="menu-name">
        {words.actions[id]}
        <small>{about}</small>
      </span>
      <span className="menu-aside">{aside}</span>
    </button>
  );
}

/** Characters of the link, once it is made. */
function useLinkSize(): number | null {
  const [size, setSize] = useState<number | null>(null);
  useEffect(() => {
    let current = true;
    void currentLink().then((link) => current && setSize(link.length));
    return () => {
      current = false;
    };
  }, []);
  return size;
}
