"""Writes a checkpoint's averaged generator as an ONNX file and its card, and vectors to verify them by."""
import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import torch

from layers import EPSILON, SLOPE
from onnx_graph import Graph
from snapshot import load_average


def write_mapping(graph, g):
    """z to w, as in section 2 of the paper; pixel norm first."""
    graph.node("Mul", ["z", "z"], "z_square")
    graph.node("ReduceMean", ["z_square"], "z_mean", axes=[1], keepdims=1)
    graph.node("Add", ["z_mean", graph.weight("epsilon", np.float32(EPSILON))], "z_power")
    graph.node("Sqrt", ["z_power"], "z_length")
    x = graph.node("Div", ["z", "z_length"], "z_normalized")
    for i, layer in enumerate(g.mapping.layers):
        x = graph.dense(x, f"mapping_{i}", *layer.effective(), f"mapping_{i}.dense")
        x = graph.node("LeakyRelu", [x], "w" if i == len(g.mapping.layers) - 1 else f"mapping_{i}", alpha=SLOPE)


def write_convolution(graph, layer, i):
    """What a layer does before its noise. The first one starts from the constant."""
    name = f"layer_{i}"
    if layer.conv is None:
        return "const"
    x = f"features_{i - 1}"
    if i % 2 == 0:
        x = graph.node("Resize", [x, "", "twice"], f"{name}.up", mode="linear",
                       coordinate_transformation_mode="half_pixel")
    weight = graph.weight(f"{name}.weight", layer.conv.effective()[0])
    return graph.node("Conv", [x, weight], f"{name}.conv", kernel_shape=[3, 3], pads=[1, 1, 1, 1])


def write_layer(graph, layer, i):
    """One layer; `style_i` is a tensor of its own, so that a graph cut there can be fed another style."""
    name, units = f"layer_{i}", layer.bias.shape[0]
    style = graph.node("Identity", ["w"], f"style_{i}")
    x = write_convolution(graph, layer, i)
    strength = graph.weight(f"{name}.noise_strength", layer.noise_strength[None])
    noise = graph.node("Mul", [f"noise_{i}", strength], f"{name}.noise")
    x = graph.node("Add", [x, noise], f"{name}.noisy")
    x = graph.node("Add", [x, graph.weight(f"{name}.bias", layer.bias[None])], f"{name}.biased")
    x = graph.node("LeakyRelu", [x], f"{name}.active", alpha=SLOPE)
    ones = graph.weight(f"{name}.ones", np.ones(units, np.float32))
    zeros = graph.weight(f"{name}.zeros", np.zeros(units, np.float32))
    x = graph.node("InstanceNormalization", [x, ones, zeros], f"{name}.normalized", epsilon=EPSILON)
    weight, bias = layer.affine.effective()
    shape = graph.weight(f"{name}.shape", np.array([-1, units, 1, 1], np.int64))
    for part, half, more in (("scale", slice(0, units), 1), ("shift", slice(units, None), 0)):
        flat = graph.dense(style, f"{name}.affine_{part}", weight[half], bias[half] + more, f"{name}.{part}_flat")
        graph.node("Reshape", [flat, shape], f"{name}.{part}")
    x = graph.node("Mul", [x, f"{name}.scale"], f"{name}.scaled")
    graph.node("Add", [x, f"{name}.shift"], f"features_{i}")


def model(g, name):
    """The whole generator as an ONNX model with a free batch dimension."""
    graph = Graph()
    write_mapping(graph, g)
    graph.weight("w_avg", g.w_avg)
    graph.weight("twice", np.array([1, 1, 2, 2], np.float32))
    graph.weight("const", g.const)
    for i, layer in enumerate(g.layers):
        write_layer(graph, layer, i)
    weight, bias = g.to_rgb[-1].effective()
    last = f"features_{len(g.layers) - 1}"
    graph.node("Conv", [last, graph.weight("to_rgb.weight", weight), graph.weight("to_rgb.bias", bias)], "image")
    sizes = [layer.resolution for layer in g.layers]
    inputs = {"z": [g.latent]} | {f"noise_{i}": [1, s, s] for i, s in enumerate(sizes)}
    return graph.model(name, inputs, {"image": [3, sizes[-1], sizes[-1]]})


def card(g, o, sha256):
    """The card beside the file: which tensor is what."""
    layers = [
        {
            "name": f"{layer.resolution}x{layer.resolution} {'ab'[i % 2]}",
            "resolution": layer.resolution,
            "input": f"features_{i - 1}" if i else None,
            "latent": None,
            "style": f"style_{i}",
            "noise": f"noise_{i}",
            "output": f"features_{i}",
            "units": layer.bias.shape[0],
        }
        for i, layer in enumerate(g.layers)
    ]
    return {
        "format": "ganglion/model", "version": 1, "id": o.id, "kind": "generator",
        "title": o.title, "about": o.about, "license": "MIT", "onnx": f"{o.id}.onnx", "sha256": sha256,
        "latent": {"tensor": "z", "size": g.latent},
        "mapping": {"input": "z", "output": "w"},
        "style": {"size": g.latent, "mean": "w_avg"},
        "layers": layers,
        "image": {"input": layers[-1]["output"], "output": "image", "range": [-1, 1], "channels": "RGB"},
        "ranges": {"coarse": [4, 8], "middle": [16, 32], "fine": [64, 1024]},
    }


@torch.no_grad()
def write_vectors(g, folder):
    """Float32 inputs and what PyTorch makes of them, for verify.ts: three samples, without noise and with."""
    folder.mkdir(parents=True, exist_ok=True)
    source = torch.Generator().manual_seed(1)
    z, noise = torch.randn(3, g.latent, generator=source), g.noise(3, source)
    w, silent = g.mapping(z), [torch.zeros_like(n) for n in noise]
    taps = []
    kept = {"z": z, "w": w, "image-plain": g.synthesis([w] * len(noise), silent),
            "image-noise": g.synthesis([w] * len(noise), noise, taps),
            "image-psi": g(z, 0.7, silent),
            "image-mixed": g.synthesis([w if i < 4 else w.flip(0) for i in range(len(noise))], silent)}
    kept |= {f"noise_{i}": n for i, n in enumerate(noise)} | {f"features_{i}": x for i, x in enumerate(taps)}
    for name, value in kept.items():
        value.contiguous().numpy().tofile(folder / f"{name}.f32")


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--run", required=True, help="folder of train.py")
    p.add_argument("--out", required=True, help="folder for model and card")
    p.add_argument("--vectors", help="folder for the vectors of verify.ts")
    p.add_argument("--id", default="scenes-stylegan")
    p.add_argument("--title", default="Scenes")
    p.add_argument("--about", default="A style-based generator of 64x64 scenes: houses, trees, mountains, water and "
                   "weather at four times of day, trained on procedural pictures whose objects are independent.")
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
