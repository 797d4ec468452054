import { memo } from "react";
import { isNumeric } from "../../engine/param.ts";
import { app } from "../app.ts";
import { Field } from "../controls/Field.tsx";
import { FieldLabel } from "../controls/FieldLabel.tsx";
import { isOnPicture } from "../controls/pictureParam.ts";
import { useWires } from "../useParts.ts";
import { portName, words } from "../words.ts";
import { type RowsProps, Socket } from "./Ports.tsx";

/** Rows of 24 px: label left, value right; under them what takes a block of its own. A numeric param shows its socket while a number may enter it. */
export const Fields = memo(function Fields({ node, definition, layout, stage, drop }: RowsProps) {
  const { entering } = useWires(node.id);
  if (!definition || layout.fields.length + layout.blocks.length === 0) return null;
  return (
    <div className="fields">
      {layout.fields.map((name) => {
        const spec = definition.params[name];
        if (!spec) return null;
        const wire = entering.get(name);
        const socket = wire !== undefined || (isNumeric(spec) && drop.fits?.has(`in:${name}`));
        return (
          <div className="field-row" key={name}>
            {socket && <Socket {...{ node, stage, drop }} side="in" port={name} type="number" />}
            {!isOnPicture(spec) && <FieldLabel node={node} name={name} spec={spec} doc={spec.doc} />}
            {wire ? (
              <span className="field-wired" title={words.wire(wire.from[0], portName(name))}>
                {app.document.nodes.find(({ id }) => id === wire.from[0])?.label ?? wire.from[0]}
              </span>
            ) : (
              <Field node={node} name={name} spec={spec} compact />
            )}
          </div>
        );
      })}
      {layout.blocks.map((name) => {
        const spec = definition.params[name];
        return spec && <Field key={name} node={node} name={name} spec={spec} compact />;
      })}
    </div>
  );
});
