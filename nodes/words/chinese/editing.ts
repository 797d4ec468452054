import type { NodeWords } from "../nodeWords.ts";

const noise = "未连接则无噪声。";
const laterStyles = "w [n or 1, size]，用于基于风格的生成器的后续各层";
const leaving = "某层输出的 [n, units, h, w]";

/** Nodes that edit units, and measure what that does. */
export const editing: NodeWords = {
  paintRegion: {
    title: "绘制区域",
    doc: "在图像上手绘的区域：接入单元遮罩后，单元只在该处改变。 Bau et al. 2018 (GAN Dissection), section 4.4.",
    inputs: { image: "[n, 3, h, w]，在其第一个样本上绘制；遮罩取其高与宽" },
    outputs: { mask: "区域 [1, h, w]：绘制处为 1，其余为 0" },
    params: { strokes: "画笔依次绘制与擦除的内容。", size: "未接入图像时遮罩的高与宽，以像素计。" },
  },
  paintUnits: {
    title: "用单元绘制",
    doc: "在随之变化的图像上使用画笔：绘制处放入其单元，擦除处关闭其单元，并重新运行后续各层。 Bau et al. 2018 (GAN Dissection), section 4.4.",
    inputs: {
      features: leaving,
      a: "一支画笔的单元。",
      b: "另一支画笔的单元。",
      c: "另一支画笔的单元。",
      d: "另一支画笔的单元。",
      levels: "[units]：为每个单元放入的值，例如其 0.99 分位数；代替参数。",
      w: laterStyles,
      noise,
    },
    outputs: { image: "[-1, 1] 内的 [n, 3, h, w]", features: "编辑后的特征图，[n, units, h, w]" },
    params: { value: "放入的值。", strokes: "各画笔依次绘制的内容；不属于任何画笔的橡皮恢复原来的内容。" },
  },
  unitMask: {
    title: "单元遮罩",
    doc: "在区域内编辑所选单元：消融设为 0，插入设为给定值，缩放乘以给定值。单元从 0 计数。 Bau et al. 2018 (GAN Dissection), section 3.2.",
    inputs: {
      features: "[n, units, h, w]",
      units: "单元；代替参数。",
      region: "[0, 1] 内的 [n or 1, h, w]，以自适应最大池化对应到网格；未连接则为全部",
      levels: "[units]：每个单元的值，例如其 0.99 分位数；代替参数。",
    },
    outputs: { features: "编辑后的特征图，[n, units, h, w]" },
    params: {
      mode: "x(1-a)、x(1-a) + value a 或 x(1-a) + value x a。",
      units: "单元，例如 “3, 17, 40-48”。",
      value: "插入的值，或缩放的系数。",
    },
  },
  causalEffect: {
    title: "因果效应",
    doc: "编辑对各概念的作用：编辑前后占全部像素的比例、其变化及样本间的标准误差，以及相对于之前的变化。 Bau et al. 2018 (GAN Dissection), section 3.2.",
    inputs: { before: "原图像的类别编号 [n, h, w]", after: "编辑后图像的类别编号 [n, h, w]" },
    outputs: { effect: "concept, before, after, effect, relative（之前为 0 时为空）, error" },
  },
  rankArtifacts: {
    title: "伪影单元排名",
    doc: "逐个关闭单元时，生成图像与真实图像的距离（Fréchet 分割距离）；只运行特征图之后的层。消融后最接近的单元排在最前。 Bau et al. 2018 (GAN Dissection), section 4.2.",
    inputs: {
      features: leaving,
      real: "同样多真实图像的类别编号 [n, H, W]，由同一模型给出",
      w: laterStyles,
      noise,
    },
    outputs: { table: "unit, before, after, effect, relative", units: "消融后使图像最接近真实的单元" },
    params: {
      model: "用于测量的分割网络。",
      units: "要尝试的单元，例如 “3, 17, 40-48”；空则为全部。",
      count: "在使图像更接近的单元中，传出前多少个。",
    },
  },
  rankUnits: {
    title: "单元排名",
    doc: "在全部样本上，单独消融每个单元对概念像素占比的作用；或插入它的作用。只运行特征图之后的层。减少最多者在前，插入时增加最多者在前。 Bau et al. 2018 (GAN Dissection), section 3.2.",
    inputs: {
      features: leaving,
      w: laterStyles,
      noise,
      region: "[0, 1] 内的 [n or 1, h, w]，编辑单元的区域，以自适应最大池化对应到网格；未连接则为全部",
      levels: "[units]：插入每个单元的值，例如其 0.99 分位数；代替参数。",
    },
    outputs: {
      table: "unit, before, after, effect, relative, error",
      units: "减少最多的单元；插入时为增加最多的单元",
    },
    params: {
      model: "用于测量的分割网络。",
      concept: "要测量的概念。",
      mode: "将每个单元设为 0，或设为其水平值。",
      value: "插入的值。",
      units: "要尝试的单元，例如 “3, 17, 40-48”；空则为全部。",
      count: "传出前多少个单元。",
    },
  },
};
