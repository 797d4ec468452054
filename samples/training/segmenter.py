"""Trains the sample segmenter on drawn scenes and their exact labels, writes it as ONNX with its card, measures it."""
import argparse
import hashlib
import json
import time
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import nn

from dataset import Scenes
from layers import SLOPE, Conv
from onnx_graph import Graph

CLASSES = ("sky", "cloud", "sun", "mountain", "grass", "tree", "building", "roof", "door", "window", "water")
HELD_BACK = 2000


class Segmenter(nn.Module):
    """U-shaped (Ronneberger et al. 2015): images [n, 3, s, s] in [-1, 1] to a logit a class [n, classes, s, s]."""

    def __init__(self, widths=(16, 32, 64, 96), classes=len(CLASSES)):
        super().__init__()
        down = zip((3, *widths), widths)
        self.down = nn.ModuleList(nn.ModuleList((Conv(a, b), Conv(b, b))) for a, b in down)
        up = zip(widths[:0:-1], widths[-2::-1])
        self.up = nn.ModuleList(Conv(a + b, b) for a, b in up)
        self.logits = Conv(widths[0], classes, kernel=1, gain=1)

    def forward(self, x):
        passed = []
        for level, pair in enumerate(self.down):
            x = F.avg_pool2d(x, 2) if level else x
            for conv in pair:
                x = F.leaky_relu(conv(x), SLOPE)
            passed.append(x)
        for conv, beside in zip(self.up, passed[-2::-1]):
            x = F.leaky_relu(conv(torch.cat([F.interpolate(x, scale_factor=2), beside], 1)), SLOPE)
        return self.logits(x)


def disturb(images):
    """Generated pictures are softer, noisier and tinted otherwise than drawn ones: so are half of the lessons."""
    count = len(images)
    each = lambda low, high: torch.empty(count, 1, 1, 1).uniform_(low, high)
    soft = F.interpolate(F.avg_pool2d(images, 2), scale_factor=2, mode="bilinear", align_corners=False)
    images = torch.lerp(images, soft, each(-0.4, 0.9).clamp(min=0))
    tint = 1 + 0.08 * torch.randn(count, 3, 1, 1)
    images = images * tint + 0.06 * torch.randn(count, 3, 1, 1)
    return images + each(-0.06, 0.1).clamp(min=0) * torch.randn_like(images)


def train(scenes, o):
    net = Segmenter().to(memory_format=torch.channels_last)
    optimizer = torch.optim.Adam(net.parameters(), o.rate, foreach=True)
    began, step = time.time(), 0
    while (done := (time.time() - began) / 60 / o.minutes) < 1:
        for group in optimizer.param_groups:
            group["lr"] = o.rate * min(1.0, 2 * (1 - done))
        images, ids = scenes.labelled(o.batch)
        given = torch.cat([images[: o.batch // 2], disturb(images[o.batch // 2 :])])
        logits = net(given.to(torch.bfloat16 if o.half else torch.float32)).float()
        loss = F.cross_entropy(logits, ids)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
        step += 1
        if step % 100 == 0:
            right = (logits.argmax(1) == ids).float().mean()
            print(f"step {step}  minutes {(time.time() - began) / 60:.1f}  loss {loss:.4f}  right {right:.4f}", flush=True)
    return net.requires_grad_(False)


def iou(net, images, ids):
    """Intersection over union of each class on scenes the network has not seen, and the share of pixels named rightly."""
    found = torch.cat([net(part.float() / 127.5 - 1).argmax(1) for part in images.split(50)])
    both, either = torch.zeros(len(CLASSES)), torch.zeros(len(CLASSES))
    for c in range(len(CLASSES)):
        both[c] = ((found == c) & (ids == c)).sum()
        either[c] = ((found == c) | (ids == c)).sum()
    return both / either, float((found == ids).float().mean())


def model(net, name):
    """The network as ONNX, its size and batch free."""
    graph = Graph()

    def conv(x, layer, label, output=None):
        weight, bias = layer.effective()
        names = [x, graph.weight(f"{label}.weight", weight), graph.weight(f"{label}.bias", bias)]
        pads = {"pads": [layer.padding] * 4} if layer.padding else {}
        return graph.node("Conv", names, output or f"{label}.conv", kernel_shape=list(weight.shape[2:]), **pads)

    active = lambda x, label: graph.node("LeakyRelu", [x], label, alpha=SLOPE)
    twice = graph.weight("twice", torch.tensor([1.0, 1.0, 2.0, 2.0]))
    x, passed = "image", []
    for level, pair in enumerate(net.down):
        if level:
            x = graph.node("AveragePool", [x], f"down_{level}.pool", kernel_shape=[2, 2], strides=[2, 2])
        for i, layer in enumerate(pair):
            x = active(conv(x, layer, f"down_{level}.{i}"), f"down_{level}.{i}")
        passed.append(x)
    for i, (layer, beside) in enumerate(zip(net.up, passed[-2::-1])):
        attributes = {"mode": "nearest", "coordinate_transformation_mode": "asymmetric", "nearest_mode": "floor"}
        large = graph.node("Resize", [x, "", twice], f"up_{i}.large", **attributes)
        joined = graph.node("Concat", [large, beside], f"up_{i}.joined", axis=1)
        x = active(conv(joined, layer, f"up_{i}"), f"up_{i}")
    conv(x, net.logits, "logits", "logits")
    return graph.model(name, {"image": [3, "h", "w"]}, {"logits": [len(CLASSES), "h", "w"]})


def card(o, sha256, scores, right):
    return {
        "format": "ganglion/model", "version": 1, "id": o.id, "kind": "segmenter", "title": "Scenes",
        "about": "Names what stands where in the procedural scenes. IoU on "
        f"{HELD_BACK:,} unseen scenes: " + ", ".join(f"{c} {s:.2f}" for c, s in zip(CLASSES, scores))
        + f"; mean {scores.mean():.3f}, {100 * right:.1f} % of pixels right.",
        "license": "MIT", "onnx": f"{o.id}.onnx", "sha256": sha256,
        "image": {"tensor": "image", "size": None, "layout": "NCHW", "range": [-1, 1]},
        "output": {"tensor": "logits", "layout": "NCHW", "kind": "logits"},
        "classes": list(CLASSES), "ignore": [],
    }


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--data", required=True, help="folder that draw.ts wrote")
    p.add_argument("--out", required=True, help="folder for model and card")
    p.add_argument("--minutes", type=float, default=10)
    p.add_argument("--batch", type=int, default=32)
    p.add_argument("--rate", type=float, default=0.003)
    p.add_argument("--half", action="store_true", help="feature maps in bfloat16, for processors that know it")
    p.add_argument("--id", default="scenes-segmenter")
    p.add_argument("--seed", type=int, default=1)
    o = p.parse_args()
    torch.manual_seed(o.seed)
    torch.set_num_threads(1)
    scenes = Scenes(o.data)
    unseen = scenes.hold_back(HELD_BACK)
    net = train(scenes, o)
    scores, right = iou(net, *unseen)
    data = model(net, o.id).SerializeToString()
    made = card(o, hashlib.sha256(data).hexdigest(), scores, right)
    out = Path(o.out)
    (out / f"{o.id}.onnx").write_bytes(data)
    (out / f"{o.id}.json").write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n")
    print(made["about"])


if __name__ == "__main__":
    main()
