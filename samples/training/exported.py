"""Reads an exported generator (card and ONNX file) back into its network, to continue its training."""
import hashlib
import json
from pathlib import Path

import onnx
import onnx.numpy_helper
import torch
import torch.nn.functional as F

from generator import Generator
from progressive import Progressive


def store(scaled, weight, bias=None):
    """Undoes the scaling of a layer: what an ONNX file holds are effective weights."""
    scaled.weight.data.copy_(weight / scaled.scale)
    if bias is not None:
        scaled.bias.data.copy_(bias / scaled.rate)


def read_generator(card_path, as_written=False):
    """The generator that a card describes. It must have the form that export.py writes.

    A style-based one that upsamples to the nearest is changed to bilinear upsampling, unless `as_written`.
    """
    card_path = Path(card_path)
    card = json.loads(card_path.read_text())
    data = (card_path.parent / card["onnx"]).read_bytes()
    if hashlib.sha256(data).hexdigest() != card["sha256"]:
        raise SystemExit(f"exported: {card['onnx']} is not the file that {card_path.name} describes")
    graph = onnx.load_from_string(data).graph
    value = {t.name: torch.tensor(onnx.numpy_helper.to_array(t)) for t in graph.initializer}
    g = read_style_based(card, value) if "style" in card else read_traditional(card, value)
    store(g.to_rgb[-1], value["to_rgb.weight"], value["to_rgb.bias"])
    modes = [a.s.decode() for node in graph.node if node.op_type == "Resize" for a in node.attribute if a.name == "mode"]
    if "style" in card and as_written and "nearest" in modes:
        for layer in g.layers:
            layer.upsampling = "nearest"
    return fit_small_images(g)


def read_style_based(card, value):
    depth = sum(name.startswith("mapping_") and name.endswith(".weight") for name in value)
    hidden = [len(value[f"mapping_{i}.bias"]) for i in range(depth - 1)]
    g = Generator(card["latent"]["size"], hidden, channels_of(card))
    for i, layer in enumerate(g.mapping.layers):
        store(layer, value[f"mapping_{i}.weight"], value[f"mapping_{i}.bias"])
    g.const.data.copy_(value["const"])
    for i, layer in enumerate(g.layers):
        read_layer(layer, lambda part, i=i: value[f"layer_{i}.{part}"])
    g.w_avg.copy_(value["w_avg"])
    return g


def read_traditional(card, value):
    g = Progressive(card["latent"]["size"], channels_of(card))
    store(g.layers[0].dense, value["layer_0.dense.weight"])
    for i, layer in enumerate(g.layers):
        layer.bias.data.copy_(value[f"layer_{i}.bias"].flatten())
        if i:
            store(layer.conv, value[f"layer_{i}.weight"])
    return g


def channels_of(card):
    """Units at each resolution."""
    return [layer["units"] for layer in card["layers"][::2]]


@torch.no_grad()
def fit_small_images(g, samples=128):
    """An exported file has the last toRGB only: the others get the weights that come closest to the image made smaller."""
    taps = []
    image = g(g.latents(samples), taps=taps)
    for i, to_rgb in enumerate(g.to_rgb[:-1]):
        features = taps[2 * i + 1]
        target = F.adaptive_avg_pool2d(image, features.shape[2])
        rows = features.permute(0, 2, 3, 1).flatten(0, 2)
        rows = torch.cat([rows, torch.ones(len(rows), 1)], 1)
        found = torch.linalg.lstsq(rows, target.permute(0, 2, 3, 1).flatten(0, 2)).solution.T
        store(to_rgb, found[:, :-1, None, None], found[:, -1])
    return g


def read_layer(layer, value):
    """The affine map is kept in two halves, and its scale holds the one that AdaIN adds."""
    if layer.conv:
        store(layer.conv, value("weight"))
    layer.noise_strength.data.copy_(value("noise_strength")[0])
    layer.bias.data.copy_(value("bias")[0])
    weight = torch.cat([value("affine_scale.weight"), value("affine_shift.weight")])
    bias = torch.cat([value("affine_scale.bias") - 1, value("affine_shift.bias")])
    store(layer.affine, weight, bias)
