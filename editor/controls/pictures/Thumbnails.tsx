import { type CSSProperties, useEffect, useState } from "react";
import { type Pictures, sheetOf } from "../../../engine/pictures.ts";
import { count } from "../../numbers.ts";
import { words } from "../../words.ts";
import { sheetBlob } from "./sheet.ts";

/** As many as are shown; all others are counted. */
const most = 60;

/** A button for each picture, which takes it out: windows on the one sheet. */
export function Thumbnails({ pictures, remove }: { pictures: Pictures; remove(index: number): void }) {
  const sheet = useSheet(pictures);
  const { columns, rows } = sheetOf(pictures.count);
  const shown = Math.min(pictures.count, most);
  const style = { "--sheet": sheet && `url(${sheet})`, "--columns": columns, "--rows": rows };
  return (
    <>
      <div className="thumbnails" style={style as CSSProperties}>
        {Array.from({ length: shown }, (_, index) => (
          <button
            type="button"
            // biome-ignore lint/suspicious/noArrayIndexKey: a picture is known by its place alone
            key={index}
            aria-label={words.pictures.remove(index + 1)}
            title={words.pictures.remove(index + 1)}
            style={{ "--column": index % columns, "--row": Math.floor(index / columns) } as CSSProperties}
            onClick={() => remove(index)}
          />
        ))}
      </div>
      {pictures.count > shown && (
        <p className="pictures-note">{words.pictures.more(count(pictures.count - shown))}</p>
      )}
    </>
  );
}

/** The sheet under a URL of its own: browsers take none of several megabytes within a style. */
function useSheet({ png }: Pictures): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let current = true;
    sheetBlob(png).then((blob) => {
      if (!current) return;
      made = URL.createObjectURL(blob);
      setUrl(made);
    });
    return () => {
      current = false;
      if (made) URL.revokeObjectURL(made);
    };
  }, [png]);
  return url;
}
