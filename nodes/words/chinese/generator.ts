import type { NodeWords } from "../nodeWords.ts";

const noise = "未连接则无噪声。";
const laterStyles = "w [n or 1, size]，用于基于风格的生成器的后续各层";

export const generator: NodeWords = {
  constantInput: {
    title: "常量",
    doc: "基于风格的生成器的每张图像都由此学得的特征图 [1, units, 4, 4] 开始。 Karras et al. 2018, section 2.",
    outputs: { features: "[1, units, r, r]，位于第一层之前" },
    params: { generator: "基于风格的生成器。" },
  },
  adainLayer: {
    title: "AdaIN 层",
    doc: "运行特征图所在层的下一层：卷积、噪声，然后将每个特征图归一化，并按风格缩放和平移。 Karras et al. 2018, section 2.",
    inputs: { features: "上一层的 [n, units, h, w]，或常量", w: "w [n, size]", noise },
    outputs: { features: "本层的 [n, units, r, r]" },
  },
  toRGB: {
    title: "转为 RGB",
    doc: "用生成器的 1x1 卷积将最后一层的特征图变为 [-1, 1] 内的图像 [n, 3, h, w]。 Karras et al. 2017, section 2.",
    inputs: { features: "最后一层的 [n, units, h, w]" },
    outputs: { image: "[-1, 1] 内的 [n, 3, h, w]" },
  },
  synthesis: {
    title: "合成",
    doc: "由风格运行整个基于风格的生成器：得到图像 [n, 3, h, w] 以及取出层的特征图。中层未连接时取粗层的风格，细层未连接时取中层的。 Karras et al. 2018, section 2.",
    inputs: {
      coarse: "粗层的 w [n, size]",
      middle: "中层的 w；未连接时取粗层的",
      fine: "细层的 w；未连接时取中层的",
      noise,
    },
    outputs: { image: "[-1, 1] 内的 [n, 3, h, w]", features: "取出层的 [n, units, r, r]" },
    params: { tap: "取出特征图的层；空则为最后一层。" },
  },
  noise: {
    title: "噪声",
    doc: "带种子的标准正态噪声源，每层每个样本一张，用于图像的细节。粗层为 4-8 像素，中层 16-32，细层 64 及以上。 Karras et al. 2018, section 3.2.",
    outputs: { noise: "可供任意层使用的带种子的噪声源。" },
    params: {
      seed: "换一个种子得到其他细节。",
      strength: "噪声的系数；1 与训练时相同，0 为无。",
      layers: "哪些分辨率加噪声。",
    },
  },
  adain: {
    title: "AdaIN",
    doc: "将内容的每个特征图的均值与标准差换成风格特征图的：sigma(s) (c - mu(c)) / sigma(c) + mu(s)，逐样本逐单元。 Huang and Belongie 2017; Karras et al. 2018, equation 1.",
    inputs: { content: "[n, units, h, w]", style: "[n, units, any h, any w]：只取其统计量" },
    outputs: { features: "具有风格统计量的内容，[n, units, h, w]" },
  },
  projectLatent: {
    title: "投影潜码",
    doc: "运行传统生成器（DCGAN、Progressive GAN）的第一层：潜码 z [n, size] 成为其特征图。 Radford et al. 2015.",
    inputs: { z: "z [n, size]" },
    outputs: { features: "第一层的 [n, units, r, r]" },
  },
  convLayer: {
    title: "卷积层",
    doc: "运行传统生成器（DCGAN、Progressive GAN）中特征图所在层的下一层。 Radford et al. 2015; Karras et al. 2017.",
    inputs: { features: "上一层的 [n, units, h, w]" },
    outputs: { features: "本层的 [n, units, r, r]" },
  },
  generate: {
    title: "生成",
    doc: "由潜码 z [n, size] 运行任意类型的整个生成器：得到图像 [n, 3, h, w] 以及取出层的特征图。基于风格的生成器不加噪声。",
    inputs: { z: "z [n, size]", evolved: "由节点产生的生成器，代替按名称指定的生成器" },
    outputs: { image: "[-1, 1] 内的 [n, 3, h, w]", features: "取出层的 [n, units, r, r]" },
    params: { generator: "要运行的生成器。", tap: "取出特征图的层；空则为最后一层。" },
  },
  resume: {
    title: "续算",
    doc: "运行特征图所在层之后的所有层：由编辑过的特征图得到图像 [n, 3, h, w]。 Bau et al. 2018 (GAN Dissection), section 3.2.",
    inputs: { features: "某层输出的 [n, units, h, w]", w: laterStyles, noise },
    outputs: { image: "[-1, 1] 内的 [n, 3, h, w]" },
  },
};
