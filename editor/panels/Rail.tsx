import Search from "lucide-react/icons/search";
import { perform } from "../actions/index.ts";
import { app } from "../app.ts";
import { groupBy } from "../groupBy.ts";
import { iconNamed } from "../icons.ts";
import { spoken, words } from "../words.ts";

/** Each category, marked by the icon of its first node. */
const categories = [...groupBy(Object.values(app.catalogue), ({ category }) => category)].map(
  ([category, [first]]) => ({ category, icon: first?.icon ?? "box" }),
);

/** The palette folded to 44 px. */
export function Rail() {
  const open = (category: string) => {
    app.surroundings.setState({ open: "palette" });
    requestAnimationFrame(() =>
      document.querySelector(`.sheet #category-${category}`)?.scrollIntoView({ block: "start" }),
    );
  };
  return (
    <nav className="rail" aria-label={words.nodes}>
      <button
        type="button"
        className="icon-button"
        aria-label={words.findNode}
        title={`${words.findNode} (/)`}
        onClick={() => perform("find")}
      >
        <Search size={16} strokeWidth={1.4} aria-hidden />
      </button>
      <span className="rail-rule" />
      {categories.map(({ category, icon }) => {
        const Icon = iconNamed(icon);
        const name = words.categories[category] ?? spoken(category);
        return (
          <button
            type="button"
            className="icon-button"
            key={category}
            aria-label={name}
            title={name}
            onClick={() => open(category)}
          >
            <Icon size={16} strokeWidth={1.4} aria-hidden />
          </button>
        );
      })}
    </nav>
  );
}
