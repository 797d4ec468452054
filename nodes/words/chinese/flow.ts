import type { NodeWords } from "../nodeWords.ts";

export const flow: NodeWords = {
  pick: {
    title: "取样",
    doc: "从一批中取出一个样本：[n, ...] 成为 [1, ...]。",
    inputs: { batch: "任意一批，[n, ...]。" },
    outputs: { item: "该样本，[1, ...]。" },
    params: { index: "第几个样本，从 0 计数。" },
  },
  repeat: {
    title: "重复",
    doc: "将一批中的每个样本依次重复若干次：[n, ...] 成为 [n * count, ...]。配合噪声时，每次重复各有其噪声。",
    inputs: { batch: "任意一批，[n, ...]。" },
    outputs: { batch: "[n * count, ...]" },
    params: { count: "每个样本出现的次数。" },
  },
  resize: {
    title: "调整尺寸",
    doc: "将图像变为另一尺寸：如 torch 的 interpolate 在像素中心之间双线性插值，或将每个像素视为方块；供在较大图像上训练的分割网络使用小图像。",
    inputs: { image: "[n, 3, h, w]" },
    outputs: { image: "[n, 3, size, size]" },
    params: { size: "高与宽，以像素计。", how: "平滑，或像素为方块。" },
  },
  number: {
    title: "数字",
    doc: "一个数字，供所连接的任意数字参数使用。",
    outputs: { value: "该数字。" },
    params: { value: "该数字。" },
  },
  reroute: {
    title: "转接点",
    doc: "连线上的一点：输入的值原样传下去，使连线可以绕过其他节点。不增加任何开销。",
    inputs: { value: "任意值。" },
    outputs: { value: "同一个值。" },
  },
  note: {
    title: "便签",
    doc: "画布上的一段文字，供阅读者参考。从不参与计算。",
    params: { text: "文字。" },
  },
};
