"""How a traditional generator is written: its nodes in the ONNX file, its part of the card, its vectors."""
import numpy as np

from layers import EPSILON, SLOPE


def write_pixel_norm(graph, x, name, output):
    """x divided by the root mean square over its second dimension."""
    graph.node("Mul", [x, x], f"{name}.square")
    graph.node("ReduceMean", [f"{name}.square"], f"{name}.mean", axes=[1], keepdims=1)
    graph.node("Add", [f"{name}.mean", "epsilon"], f"{name}.power")
    graph.node("Sqrt", [f"{name}.power"], f"{name}.length")
    return graph.node("Div", [x, f"{name}.length"], output)


def write_projection(graph, layer, name):
    """z to 4x4."""
    units = len(layer.bias)
    x = write_pixel_norm(graph, "z", f"{name}.z", "z_normalized")
    x = graph.dense(x, f"{name}.dense", layer.dense.effective()[0], np.zeros(16 * units, np.float32), f"{name}.flat")
    shape = graph.weight(f"{name}.shape", np.array([-1, units, 4, 4], np.int64))
    return graph.node("Reshape", [x, shape], f"{name}.map")


def write_convolution(graph, layer, i, name):
    """Upsampling to the nearest where the resolution doubles, and the convolution."""
    x = f"features_{i - 1}"
    if i % 2 == 0:
        x = graph.node("Resize", [x, "", "twice"], f"{name}.up", mode="nearest",
                       coordinate_transformation_mode="asymmetric", nearest_mode="floor")
    weight = graph.weight(f"{name}.weight", layer.conv.effective()[0])
    return graph.node("Conv", [x, weight], f"{name}.conv", kernel_shape=[3, 3], pads=[1, 1, 1, 1])


def write(graph, g):
    """All layers; gives the inputs of the model with their shapes."""
    graph.weight("epsilon", np.float32(EPSILON))
    graph.weight("twice", np.array([1, 1, 2, 2], np.float32))
    for i, layer in enumerate(g.layers):
        name = f"layer_{i}"
        x = write_convolution(graph, layer, i, name) if i else write_projection(graph, layer, name)
        bias = graph.weight(f"{name}.bias", layer.bias[None, :, None, None])
        x = graph.node("Add", [x, bias], f"{name}.biased")
        x = graph.node("LeakyRelu", [x], f"{name}.active", alpha=SLOPE)
        write_pixel_norm(graph, x, name, f"features_{i}")
    return {"z": [g.latent]}


def card(_):
    """What the card says besides its layers."""
    return {}


def card_of_layer(i):
    """What the card says of a layer besides its size, input and output."""
    return {} if i else {"latent": "z"}


def vectors(g, z, _):
    """Whole and by layers."""
    taps = []
    return {"image": g(z, taps=taps)}, taps
