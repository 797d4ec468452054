"""Reads an exported generator (card and ONNX file) back into a `Generator`, to continue its training."""
import hashlib
import json
from pathlib import Path

import onnx
import onnx.numpy_helper
import torch

from generator import Generator


def store(scaled, weight, bias=None):
    """Undoes the scaling of a layer: what an ONNX file holds are effective weights."""
    scaled.weight.data.copy_(torch.as_tensor(weight) / scaled.scale)
    if bias is not None:
        scaled.bias.data.copy_(torch.as_tensor(bias) / scaled.rate)


def read_generator(card_path):
    """The generator that a card describes. It must have the form that export.py writes."""
    card_path = Path(card_path)
    card = json.loads(card_path.read_text())
    data = (card_path.parent / card["onnx"]).read_bytes()
    if hashlib.sha256(data).hexdigest() != card["sha256"]:
        raise SystemExit(f"exported: {card['onnx']} is not the file that {card_path.name} describes")
    graph = onnx.load_from_string(data).graph
    value = {t.name: onnx.numpy_helper.to_array(t).copy() for t in graph.initializer}
    depth = sum(name.startswith("mapping_") and name.endswith(".weight") for name in value)
    g = Generator(card["latent"]["size"], depth, [layer["units"] for layer in card["layers"][::2]])
    for i, layer in enumerate(g.mapping.layers):
        store(layer, value[f"mapping_{i}.weight"], value[f"mapping_{i}.bias"])
    g.const.data.copy_(torch.as_tensor(value["const"]))
    for i, layer in enumerate(g.layers):
        read_layer(layer, lambda part, i=i: torch.as_tensor(value[f"layer_{i}.{part}"]))
    store(g.to_rgb, value["to_rgb.weight"], value["to_rgb.bias"])
    g.w_avg.copy_(torch.as_tensor(value["w_avg"]))
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
