import FileUp from "lucide-react/icons/file-up";
import type { GraphNode } from "../../engine/document.ts";
import { words } from "../words.ts";
import { chooseFiles } from "./chooseFiles.ts";
import { takeFiles } from "./dropFiles.ts";
import type { Control } from "./useControl.ts";
import { useDrop } from "./useDrop.ts";

type Props = Control<string> & { readonly node: GraphNode; readonly name: string };

/** A text of several lines, typed, pasted, or from a file that is dropped or chosen. */
export function LinesField({ spec, label, value, set, settle, node, name }: Props) {
  const take = (files: readonly File[]) => void takeFiles(node, name, files);
  const { over, on } = useDrop(
    spec.files === undefined
      ? null
      : (files) => {
          take(files);
          return true;
        },
  );
  return (
    <span className={`lines-field ${over ? "over" : ""}`} {...on}>
      <textarea
        className="value lines"
        aria-label={label}
        title={spec.doc}
        rows={8}
        wrap="off"
        spellCheck={false}
        value={value}
        onPointerDown={(event) => event.stopPropagation()}
        onChange={({ target }) => set(target.value)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === "Escape") event.currentTarget.blur();
        }}
        onBlur={settle}
      />
      {spec.files !== undefined && (
        <button
          type="button"
          className="button outlined small"
          onClick={() => chooseFiles(spec.files ?? "", false, take)}
        >
          <FileUp size={14} strokeWidth={1.4} aria-hidden />
          {words.openFile}
        </button>
      )}
    </span>
  );
}
