"""Writes a checkpoint's averaged generator as an ONNX file and its card, and vectors to verify them by."""
import argparse
import hashlib
import json
from pathlib import Path

import torch

import progressive_onnx
import style_onnx
from generator import Generator
from onnx_graph import Graph
from snapshot import load_average

ABOUT = {
    style_onnx: "A style-based generator of 64x64 scenes: houses, trees, mountains, water and weather at four times of day, "
    "trained on procedural pictures whose objects are independent.",
    progressive_onnx: "A traditional generator (Progressive GAN) of the same 64x64 scenes as scenes-stylegan: z to 4x4, pixel "
    "norm, no styles. The kind that GAN Dissection was made for.",
}


def form_of(g):
    """The module that knows how generators of this kind are written."""
    return style_onnx if isinstance(g, Generator) else progressive_onnx


def model(g, name):
    """The whole generator as an ONNX model with a free batch dimension."""
    graph = Graph()
    inputs = form_of(g).write(graph, g)
    weight, bias = g.to_rgb[-1].effective()
    last = f"features_{len(g.layers) - 1}"
    graph.node("Conv", [last, graph.weight("to_rgb.weight", weight), graph.weight("to_rgb.bias", bias)], "image")
    size = g.layers[-1].resolution
    return graph.model(name, inputs, {"image": [3, size, size]})


def card(g, o, sha256):
    """The card beside the file: which tensor is what."""
    form = form_of(g)
    layers = [
        {
            "name": f"{layer.resolution}x{layer.resolution} {'ab'[i % 2]}",
            "resolution": layer.resolution,
            "input": f"features_{i - 1}" if i else None,
            **form.card_of_layer(i),
            "output": f"features_{i}",
            "units": len(layer.bias),
        }
        for i, layer in enumerate(g.layers)
    ]
    return {
        "format": "ganglion/model", "version": 1, "id": o.id, "kind": "generator",
        "title": o.title, "about": o.about or ABOUT[form], "license": "MIT", "onnx": f"{o.id}.onnx", "sha256": sha256,
        "latent": {"tensor": "z", "size": g.latent},
        **form.card(g),
        "layers": layers,
        "image": {"input": layers[-1]["output"], "output": "image", "range": [-1, 1], "channels": "RGB"},
        "ranges": {"coarse": [4, 8], "middle": [16, 32], "fine": [64, 1024]},
    }


@torch.no_grad()
def write_vectors(g, folder):
    """Float32 inputs and what PyTorch makes of them, for verify.ts: three samples."""
    folder.mkdir(parents=True, exist_ok=True)
    source = torch.Generator().manual_seed(1)
    z = g.latents(3, source)
    kept, taps = form_of(g).vectors(g, z, source)
    for name, value in {"z": z, **kept, **{f"features_{i}": x for i, x in enumerate(taps)}}.items():
        value.contiguous().numpy().tofile(folder / f"{name}.f32")


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--run", required=True, help="folder of train.py")
    p.add_argument("--out", required=True, help="folder for model and card")
    p.add_argument("--vectors", help="folder for the vectors of verify.ts")
    p.add_argument("--id", required=True, help="such as scenes-stylegan")
    p.add_argument("--title", default="Scenes")
    p.add_argument("--about", help="a sentence on what it shows and how it was made")
    o = p.parse_args()
    g = load_average(o.run)
    data = model(g, o.id).SerializeToString()
    out = Path(o.out)
    out.mkdir(parents=True, exist_ok=True)
    (out / f"{o.id}.onnx").write_bytes(data)
    text = json.dumps(card(g, o, hashlib.sha256(data).hexdigest()), indent=1, ensure_ascii=False)
    (out / f"{o.id}.json").write_text(text + "\n")
    if o.vectors:
        write_vectors(g, Path(o.vectors))


if __name__ == "__main__":
    main()
