import AlignVerticalJustifyEnd from "lucide-react/icons/align-vertical-justify-end";
import ArrowDownWideNarrow from "lucide-react/icons/arrow-down-wide-narrow";
import AudioWaveform from "lucide-react/icons/audio-waveform";
import Blend from "lucide-react/icons/blend";
import Box from "lucide-react/icons/box";
import Boxes from "lucide-react/icons/boxes";
import Brush from "lucide-react/icons/brush";
import Bug from "lucide-react/icons/bug";
import ChartColumn from "lucide-react/icons/chart-column";
import ChartPie from "lucide-react/icons/chart-pie";
import ChartScatter from "lucide-react/icons/chart-scatter";
import Columns2 from "lucide-react/icons/columns-2";
import Crosshair from "lucide-react/icons/crosshair";
import Database from "lucide-react/icons/database";
import Dices from "lucide-react/icons/dices";
import Dna from "lucide-react/icons/dna";
import Eraser from "lucide-react/icons/eraser";
import Eye from "lucide-react/icons/eye";
import FastForward from "lucide-react/icons/fast-forward";
import FileBox from "lucide-react/icons/file-box";
import FileSpreadsheet from "lucide-react/icons/file-spreadsheet";
import Flame from "lucide-react/icons/flame";
import Gauge from "lucide-react/icons/gauge";
import GitFork from "lucide-react/icons/git-fork";
import Grid2x2 from "lucide-react/icons/grid-2x2";
import Grid3x3 from "lucide-react/icons/grid-3x3";
import Hash from "lucide-react/icons/hash";
import History from "lucide-react/icons/history";
import ImageIcon from "lucide-react/icons/image";
import Images from "lucide-react/icons/images";
import Layers from "lucide-react/icons/layers";
import Layers2 from "lucide-react/icons/layers-2";
import LayoutGrid from "lucide-react/icons/layout-grid";
import ListFilter from "lucide-react/icons/list-filter";
import MessageSquareText from "lucide-react/icons/message-square-text";
import MousePointerClick from "lucide-react/icons/mouse-pointer-click";
import MoveHorizontal from "lucide-react/icons/move-horizontal";
import Network from "lucide-react/icons/network";
import Paintbrush from "lucide-react/icons/paintbrush";
import Projector from "lucide-react/icons/projector";
import Repeat from "lucide-react/icons/repeat";
import Ruler from "lucide-react/icons/ruler";
import Scale from "lucide-react/icons/scale";
import Scaling from "lucide-react/icons/scaling";
import ScanSearch from "lucide-react/icons/scan-search";
import Shapes from "lucide-react/icons/shapes";
import Shuffle from "lucide-react/icons/shuffle";
import Sigma from "lucide-react/icons/sigma";
import SlidersHorizontal from "lucide-react/icons/sliders-horizontal";
import Sparkles from "lucide-react/icons/sparkles";
import Spline from "lucide-react/icons/spline";
import SquareDashed from "lucide-react/icons/square-dashed";
import Star from "lucide-react/icons/star";
import StickyNote from "lucide-react/icons/sticky-note";
import SwatchBook from "lucide-react/icons/swatch-book";
import Table2 from "lucide-react/icons/table-2";
import TableProperties from "lucide-react/icons/table-properties";
import Target from "lucide-react/icons/target";
import Thermometer from "lucide-react/icons/thermometer";
import TrendingUp from "lucide-react/icons/trending-up";
import Trophy from "lucide-react/icons/trophy";
import WandSparkles from "lucide-react/icons/wand-sparkles";
import Waypoints from "lucide-react/icons/waypoints";
import Workflow from "lucide-react/icons/workflow";

/** How every icon of lucide is typed. */
export type Icon = typeof Box;

/** Marks that a node's declaration may name. Listed one by one so that the page loads these alone. */
const icons: Readonly<Record<string, Icon>> = {
  "align-vertical-justify-end": AlignVerticalJustifyEnd,
  "arrow-down-wide-narrow": ArrowDownWideNarrow,
  bug: Bug,
  "audio-waveform": AudioWaveform,
  blend: Blend,
  box: Box,
  boxes: Boxes,
  brush: Brush,
  "chart-column": ChartColumn,
  "chart-pie": ChartPie,
  "chart-scatter": ChartScatter,
  "columns-2": Columns2,
  crosshair: Crosshair,
  database: Database,
  dices: Dices,
  dna: Dna,
  eraser: Eraser,
  eye: Eye,
  "fast-forward": FastForward,
  "file-box": FileBox,
  "file-spreadsheet": FileSpreadsheet,
  flame: Flame,
  gauge: Gauge,
  "git-fork": GitFork,
  "grid-2x2": Grid2x2,
  "grid-3x3": Grid3x3,
  hash: Hash,
  history: History,
  image: ImageIcon,
  images: Images,
  layers: Layers,
  "layers-2": Layers2,
  "list-filter": ListFilter,
  "layout-grid": LayoutGrid,
  "message-square-text": MessageSquareText,
  "mouse-pointer-click": MousePointerClick,
  "move-horizontal": MoveHorizontal,
  network: Network,
  paintbrush: Paintbrush,
  projector: Projector,
  repeat: Repeat,
  ruler: Ruler,
  scale: Scale,
  scaling: Scaling,
  "scan-search": ScanSearch,
  shapes: Shapes,
  shuffle: Shuffle,
  sigma: Sigma,
  "sliders-horizontal": SlidersHorizontal,
  sparkles: Sparkles,
  spline: Spline,
  "square-dashed": SquareDashed,
  star: Star,
  "sticky-note": StickyNote,
  "swatch-book": SwatchBook,
  "table-2": Table2,
  "table-properties": TableProperties,
  target: Target,
  thermometer: Thermometer,
  "trending-up": TrendingUp,
  trophy: Trophy,
  "wand-sparkles": WandSparkles,
  waypoints: Waypoints,
  workflow: Workflow,
};

/** The mark of a node or category by lucide's name; a box where this build lacks it. */
export function iconNamed(name: string): Icon {
  return hasIcon(name) ? (icons[name] ?? Box) : Box;
}

/** True where a declaration may name this mark. */
export const hasIcon = (name: string): boolean => Object.hasOwn(icons, name);
