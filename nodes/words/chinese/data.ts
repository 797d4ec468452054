import type { NodeWords } from "../nodeWords.ts";

export const data: NodeWords = {
  pointDataset: {
    title: "点数据集",
    doc: "平面上的点，用于训练和对照，可以看出生成器遗漏了什么。8 点环与 25 点网格采用已发表的坐标，并知道其模式；手绘或读自 CSV 的点全部采用。 Wang et al. 2018 (E-GAN).",
    outputs: { data: "用于训练的 [n, 2]，环与网格附带模式", points: "相同的点，[n, 2]" },
    params: {
      shape: "点的分布形状。",
      count: "点的数量；手绘与 CSV 由其自身决定。",
      seed: "换一个种子得到同一形状的其他点。",
      modes: "环上的高斯数，或线数。",
      side: "每边的高斯数。",
      noise:
        "已发表标准差的倍数：0.02/1.414（环、线）、0.05/2.828（网格）、0.05（双月）、0.25/7.5（瑞士卷）。",
      drawn: "手绘的点，[x, y] 从 -2 到 2。",
      csv: "两列数字 x 与 y；表头可有可无，其余列略去。",
      fit: "平移并缩放各点，使其外框的长边从 -1.5 到 1.5。",
    },
  },
  imageDataset: {
    title: "图像数据集",
    doc: "用于训练和对照的图像。场景：绘制的房屋、树木、水面与天气，各自独立出现，每个像素都有准确类别。自有：您拖入的全部图像，最多 2,000 张，从中间裁成 64 × 64 的正方形，保存在图中；它们没有标注，因此每个像素都属于类别 0，即无概念。",
    outputs: {
      data: "用于训练的图像",
      images: "[-1, 1] 内的 [n, 3, size, size]",
      labels: "类别编号 [n, size, size]",
    },
    params: {
      set: "哪些图像。",
      size: "高与宽，以像素计。",
      count: "场景的数量；自有图像则为全部。",
      seed: "换一个种子得到其他场景。",
      pictures: "自有图像，保存在图中。",
    },
  },
  csvTable: {
    title: "CSV 表格",
    doc: "由文本得到表格：第一行为列名，逗号分隔单元格。用于引入别处测得的内容，例如已发表的单元排名。",
    outputs: { table: "可读作数字的单元格为数字，空单元格为空" },
    params: { csv: "逗号分隔的值，第一行为列名。" },
  },
  dissectTable: {
    title: "解剖文件",
    doc: "原工具的 `dissect.json` 中的单元排名，或其服务器发送的内容：每个单元一行，每个概念一列。 Bau et al. 2018 (GAN Dissection).",
    outputs: { table: "unit，然后每个概念一列" },
    params: {
      json: "文件的文本。",
      metric: "与概念的吻合程度，或对它的因果效应。",
      layer: "文件中的一层；空则为第一层。",
    },
  },
};
