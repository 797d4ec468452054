import type { views as english } from "../english/views.ts";
import type { Texts } from "../texts.ts";

export const views: Texts<typeof english> = {
  chart: (kind, marks) => `${kind} 图表，${marks} 个标记`,
  chartFailed: (reason) => `无法绘制图表：${reason}`,
  sortBy: (column) => `按 ${column} 排序`,
  moreOfTable: (rows, columns) => {
    const counted = (count: number, one: string) =>
      count === 0 ? [] : [`${count.toLocaleString("en")} ${one}`];
    return `还有 ${[...counted(rows, "行"), ...counted(columns, "列")].join("、")}`;
  },
  unit: (unit) => `单元 ${unit}`,
  unitCard: (concept, unit, iou) => `${concept}，单元 ${unit}，IoU ${iou}`,
  unitsStand: (shown, of, minIoU) => `${of} 个单元中的 ${shown} 个，IoU > ${minIoU}。`,
  unitsChosen: (chosen) => `已选 ${chosen} 个`,
  moreUnits: (units) => `还有 ${units} 个单元`,
  noUnits: "没有符合的单元。",
  noConcept: "无概念",
  runnerUp: (concept, iou) => `其次 ${concept} ${iou}`,
  concepts: "概念",
  findUnit: "单元或概念",
  artifact: "标为伪影",
  unmarkArtifact: "并非伪影",
  markArtifact: (unit) => `单元 ${unit} 产生伪影`,
  openView: "铺满窗口打开",
  planeOf: (points, covered, modes) =>
    `平面上 ${points.toLocaleString("en")} 个点${modes > 0 ? `，覆盖 ${covered} / ${modes} 个模式` : ""}`,
  exports: "导出",
  exportAs: (format) => `导出为 ${format}`,
  exportFailed: (reason) => `未导出：${reason}`,
  card: "卡片",
  nothingToExport: "没有可导出的内容",
};
