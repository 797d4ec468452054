"""How a style-based generator is written: its nodes in the ONNX file, its part of the card, its vectors."""
import numpy as np
import torch

from layers import EPSILON, SLOPE


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


def write(graph, g):
    """Mapping and layers; gives the inputs of the model with their shapes."""
    write_mapping(graph, g)
    graph.weight("w_avg", g.w_avg)
    graph.weight("twice", np.array([1, 1, 2, 2], np.float32))
    graph.weight("const", g.const)
    for i, layer in enumerate(g.layers):
        write_layer(graph, layer, i)
    return {"z": [g.latent]} | {f"noise_{i}": [1, layer.resolution, layer.resolution] for i, layer in enumerate(g.layers)}


def card(g):
    """What the card says besides its layers."""
    return {"mapping": {"input": "z", "output": "w"}, "style": {"size": g.latent, "mean": "w_avg"}}


def card_of_layer(i):
    """What the card says of a layer besides its size, input and output."""
    return {"latent": None, "style": f"style_{i}", "noise": f"noise_{i}"}


def vectors(g, z, source):
    """Whole, by layers, with noise and without, truncated, and with the styles of two latents mixed."""
    noise = g.noise(len(z), source)
    w, silent, taps = g.mapping(z), [torch.zeros_like(n) for n in noise], []
    kept = {"w": w, "image-plain": g.synthesis([w] * len(noise), silent),
            "image": g.synthesis([w] * len(noise), noise, taps),
            "image-psi": g(z, 0.7, silent),
            "image-mixed": g.synthesis([w if i < 4 else w.flip(0) for i in range(len(noise))], silent)}
    return kept | {f"noise_{i}": n for i, n in enumerate(noise)}, taps
