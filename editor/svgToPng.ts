import inter from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url";

/** Pixels of the picture to a px of the drawing. */
const scale = 2;

/** A drawing as PNG bytes, twice as fine. The font travels inside the drawing: a picture sees no fonts of its page. */
export async function svgToPng(svg: string): Promise<Blob> {
  const face = `@font-face{font-family:"Inter Variable";font-weight:100 900;src:url(${await dataUrl(inter)})}`;
  const whole = svg.replace(/^<svg [^>]*>/, (open) => `${open}<style>${face}</style>`);
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(whole)}`;
  await picture.decode();
  const canvas = new OffscreenCanvas(picture.width * scale, picture.height * scale);
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: "image/png" });
}

async function dataUrl(address: string): Promise<string> {
  const content = await (await fetch(address)).blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(content);
  });
}
