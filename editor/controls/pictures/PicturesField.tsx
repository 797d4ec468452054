import ImagePlus from "lucide-react/icons/image-plus";
import Trash2 from "lucide-react/icons/trash-2";
import type { Pictures } from "../../../engine/pictures.ts";
import { useKeyed } from "../../keyed.ts";
import { count } from "../../numbers.ts";
import { words } from "../../words.ts";
import { chooseFiles } from "../chooseFiles.ts";
import { Tool } from "../Tool.tsx";
import type { Control } from "../useControl.ts";
import { useDrop } from "../useDrop.ts";
import { addPictures, pictureNotes, removePicture } from "./addPictures.ts";
import { Thumbnails } from "./Thumbnails.tsx";

type Props = Control<Pictures> & { readonly node: string; readonly name: string; readonly compact: boolean };

/** Own pictures: dropped, or chosen as files; away from the node a thumbnail each, which takes its picture out. */
export function PicturesField({ spec, label, value, reset, node, name, compact }: Props) {
  const note = useKeyed(pictureNotes, node);
  const add = (files: readonly File[]) => void addPictures(node, name, spec, files);
  const { over, on } = useDrop((files) => {
    add(files);
    return true;
  });
  const clear = () => {
    pictureNotes.delete(node);
    reset();
  };
  const said = value.count > 0 ? words.pictures.count(count(value.count), value.count === 1) : "";
  return (
    <fieldset
      className={`pictures-field ${over ? "over" : ""}`}
      aria-label={label}
      onPointerDown={(event) => event.stopPropagation()}
      {...on}
    >
      <div className="brush-tools">
        <button
          type="button"
          className="button outlined small"
          onClick={() => chooseFiles("image/*", true, add)}
        >
          <ImagePlus size={14} strokeWidth={1.4} aria-hidden />
          {words.pictures.add}
        </button>
        <span className="aside">{over ? words.pictures.drop : said || words.pictures.hint}</span>
        <Tool icon={Trash2} label={words.pictures.clear} act={clear} disabled={value.count === 0} />
      </div>
      {note && (
        <output className="pictures-note" aria-live="polite">
          {note}
        </output>
      )}
      {!compact && value.count > 0 && (
        <Thumbnails pictures={value} remove={(index) => void removePicture(node, name, spec, index)} />
      )}
    </fieldset>
  );
}
