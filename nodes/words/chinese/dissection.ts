import type { NodeWords } from "../nodeWords.ts";

const features = "相同样本的 [n, units, h, w]";
const aClass = "分割的一个类别；若由外部输入，则为其编号。";

/** Nodes that find out what units stand for. */
export const dissection: NodeWords = {
  segment: {
    title: "分割",
    doc: "用分割网络为每个像素命名类别：类别编号 [n, h, w]。 Bau et al. 2018 (GAN Dissection), section 3.1.",
    inputs: { image: "[-1, 1] 内的 [n, 3, h, w]" },
    outputs: { segmentation: "类别编号 [n, h, w]，尺寸由网络决定" },
    params: { model: "分割网络。" },
  },
  activationThreshold: {
    title: "激活阈值",
    doc: "每个单元一个水平，高于它即视为激活：其激活值的分位数，或上采样后的分位数，或最能说明某概念的水平（互信息与联合熵之比最大）。 Bau et al. 2018 (GAN Dissection), section 3.1.",
    inputs: { features: "[n, units, h, w]", segmentation: "在其尺寸上计算的方法需要它。" },
    outputs: { thresholds: "[units]" },
    params: {
      quantile: "低于该水平的值的比例。",
      method: "取该层的全部值；或上采样到分割尺寸的特征图；或最能说明某概念的水平。",
      concept: "用于最佳比值：概念；空则为每个单元取最能说明的概念。",
    },
  },
  unitIoU: {
    title: "单元 IoU",
    doc: "各单元阈值化的特征图与分割中各概念的吻合程度：将特征图放大到分割的尺寸，交集与并集先对全部样本求和再相除。 Bau et al. 2018 (GAN Dissection), section 3.1.",
    inputs: {
      features: "[n, units, h, w]",
      segmentation: "相同样本的类别编号 [n, H, W]",
      thresholds: "每个单元一个",
    },
    outputs: { scores: "IoU，单元 x 概念" },
    params: { empty: "完全不含任何概念的样本：照常计入，或如已发表的代码那样略去。" },
  },
  selectUnits: {
    title: "选择单元",
    doc: "与某概念最吻合的单元，最佳者在前：不超过给定数量，且不低于最小 IoU。 Bau et al. 2018 (GAN Dissection), section 3.1.",
    inputs: { scores: "单元 x 概念" },
    outputs: { units: "单元，最佳者在前；没有单元达到最小 IoU 时为空" },
    params: { concept: "分数中的一个概念。", count: "最多的单元数。", minIoU: "不取低于此 IoU 的单元。" },
  },
  topSamples: {
    title: "最强样本",
    doc: "最能激活各单元的样本，单元低于阈值的部分变暗，并以白线勾出。 Bau et al. 2018 (GAN Dissection), figure 4.",
    inputs: {
      image: "[n, 3, H, W]",
      features,
      units: "单元；代替参数。",
      thresholds: "白线的位置；未连接则取单元峰值的一半。",
    },
    outputs: {
      image: "[units x count, 3, H, W]，逐单元排列，最强者在前",
      table: "unit, rank, sample, peak：每张图像一行",
    },
    params: {
      units: "单元，例如 “3, 17, 40-48”；空则为该层全部。",
      count: "每个单元的样本数。",
      show: "整张图像，或单元所在部分的方块。",
    },
  },
  unitHeatmap: {
    title: "单元热图",
    doc: "单元在各图像中激活的位置：其平均特征图以 viridis 配色叠加，从最小值到最大值。 Bau et al. 2018 (GAN Dissection), figure 3.",
    inputs: { image: "[n, 3, H, W]", features, units: "显示其均值的单元" },
    outputs: { image: "[n, 3, H, W]" },
    params: { opacity: "0 只留图像，1 只显示特征图。" },
  },
  unitsAt: {
    title: "某点的单元",
    doc: "点击图像上的一处：该格中本层最强的单元，以及它们代表的概念。以单元自身阈值的倍数，或高于其均值的标准差数，来比较尺度不同的单元。 Bau et al. 2018 (GAN Dissection), section 3.1.",
    inputs: {
      image: "[n, 3, H, W]，用于指点",
      features: "相同样本的 [n, units, h, w]；少量即可",
      thresholds: "每个单元一个：强度是它的倍数。",
      scores: "单元 x 概念：给出各单元最能代表的概念。",
    },
    outputs: {
      table: "unit, strength, activation；接入时还有 threshold, concept, iou：最强者在前",
      units: "表中的单元，最强者在前",
    },
    params: {
      place: "查看的位置。",
      sample: "哪个样本，从 0 计数。",
      count: "最多的单元数。",
      by: "强度为单元阈值的倍数；或在全部输入特征图上高于其均值的标准差数；或激活值本身，此时大尺度的单元居前。自动：接入阈值时用阈值，否则用标准差。",
    },
  },
  unitStatistics: {
    title: "单元统计",
    doc: "各单元在全部样本与位置上的表现：均值、标准差、最小值与最大值，以及大于 0 的值的比例。",
    inputs: { features: "[n, units, h, w]" },
    outputs: { table: "unit, mean, deviation, least, greatest, active" },
  },
  conceptMask: {
    title: "概念遮罩",
    doc: "一个概念的像素：分割命名为它之处为 1，其余为 0。 Bau et al. 2018 (GAN Dissection), section 3.1.",
    inputs: { segmentation: "类别编号 [n, h, w]" },
    outputs: { mask: "[n, h, w]，0 或 1" },
    params: { concept: aClass },
  },
  conceptMean: {
    title: "概念均值",
    doc: "各单元在某概念的像素上的平均激活：要使该概念出现时所应插入的值。 Bau et al. 2018 (GAN Dissection), section 3.2.",
    inputs: { features: "[n, units, h, w]", segmentation: "相同样本的类别编号 [n, H, W]" },
    outputs: { levels: "[units]：各上采样特征图在概念像素上的均值" },
    params: { concept: aClass },
  },
  segmentationStatistics: {
    title: "分割统计",
    doc: "各概念占图像多少：占全部像素的比例及样本间的标准误差，以及出现该概念的样本比例。 Bau et al. 2019 (Seeing What a GAN Cannot Generate), section 3.1.",
    inputs: { segmentation: "类别编号 [n, h, w]" },
    outputs: { table: "concept, share, error, samples（出现该概念的样本比例）" },
  },
  segmentationDistance: {
    title: "分割距离",
    doc: "两组图像在内容上相距多远：各图像中概念占比（百分比）的 Fréchet 距离，以及各概念在两组中的平均占比。 Bau et al. 2019 (Seeing What a GAN Cannot Generate), section 3.1.",
    inputs: { a: "类别编号 [n, h, w]，例如生成的图像", b: "类别编号 [n, H, W]，例如真实的图像" },
    outputs: {
      table: "concept, a, b（像素的平均占比）, ratio（a / b，b 为 0 时为空）",
      distance: "Fréchet 分割距离",
    },
  },
};
