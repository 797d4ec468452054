import type { fields as english } from "../english/fields.ts";
import type { Texts } from "../texts.ts";

export const fields: Texts<typeof english> = {
  // Points in a plane
  plane: {
    draw: "绘制点",
    erase: "擦除点",
    width: "喷洒宽度",
    clear: "清除",
    surface: (points) => `平面，${points}。方向键移动光标，空格键添加点，Delete 键移除最近的点。`,
    hint: "点击或拖动以绘制。",
    points: (count) => `${count} 个点`,
    full: (most) => `${most} 个点，已满`,
    place: (x, y) => `${x}, ${y}`,
  },

  // Own pictures
  pictures: {
    add: "添加图像",
    clear: "全部移除",
    hint: "将图像拖到这里。",
    drop: "松开以添加。",
    reading: (done, of) => `${done} / ${of}`,
    count: (count) => `${count} 张图像`,
    remove: (picture) => `移除第 ${picture} 张图像`,
    more: (count) => `还有 ${count} 张`,
    cropped: (cropped, of) =>
      cropped === of ? "全部裁剪为正方形。" : `${of} 张中有 ${cropped} 张裁剪为正方形。`,
    noPicture: (files) => `${files} 不是图像。`,
    andMore: (names, more) => `${names} 等，另有 ${more} 个`,
    tooMany: (left, most) => `略去 ${left} 张：最多 ${most} 张。`,
    tooLarge: (left) => `略去 ${left} 张：总大小将超过 12 MB。`,
    failed: (reason) => `无法保留图像：${reason}`,
  },

  // Files that are dropped on a param
  openFile: "打开文件",
  textTooLarge: (file) => `${file} 大于 4 MB。请只保留需要的行。`,

  // A place on a picture
  place: {
    hint: "在图像上点击或拖动；方向键逐格移动。",
    cell: (column, row) => `格 ${column}, ${row}`,
    cellOf: (column, row, columns, rows) => `格 ${column}, ${row}，共 ${columns} × ${rows}`,
    strongest: (unit, concept) => `最强：单元 ${unit}${concept === "" ? "" : `，${concept}`}`,
    units: "此处最强的单元",
    columns: {
      iou: "IoU",
      unit: "单元",
      concept: "概念",
      threshold: "阈值",
      deviation: "偏差",
      activation: "激活",
    },
    measures: { threshold: "× 阈值", deviation: "σ，高于均值", activation: "激活" },
  },
};
