"""ONNX models written node by node: names stay as given, which is what a card needs."""
import numpy as np
import onnx
import onnx.checker
import onnx.helper as helper
import onnx.numpy_helper as numpy_helper
import torch

OPSET = 17
IR_VERSION = 8


class Graph:
    """Nodes and weights in the order they are added."""

    def __init__(self):
        self.nodes, self.weights = [], []

    def weight(self, name, value):
        array = np.ascontiguousarray(value.detach().numpy() if torch.is_tensor(value) else value)
        self.weights.append(numpy_helper.from_array(array, name))
        return name

    def node(self, kind, inputs, output, **attributes):
        self.nodes.append(helper.make_node(kind, inputs, [output], output, **attributes))
        return output

    def dense(self, x, name, weight, bias, output):
        names = [x, self.weight(f"{name}.weight", weight), self.weight(f"{name}.bias", bias)]
        return self.node("Gemm", names, output, transB=1)

    def model(self, name, inputs, outputs):
        """The checked model; `inputs` and `outputs` give each tensor's shape after its free batch dimension."""
        value = lambda name, shape: helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, ["n", *shape])
        values = [[value(*each) for each in named.items()] for named in (inputs, outputs)]
        whole = helper.make_graph(self.nodes, name, *values, self.weights)
        made = helper.make_model(whole, opset_imports=[helper.make_opsetid("", OPSET)], producer_name="ganglion")
        made.ir_version = IR_VERSION
        onnx.checker.check_model(made)
        return made
