"""What follows the convolution of a layer, compiled: several times faster than PyTorch's own steps on a CPU."""
import ctypes
import functools
import hashlib
import os
import subprocess
import tempfile
from pathlib import Path

import torch

SOURCE = Path(__file__).with_name("epilogue.c")
MOST_UNITS = 1024


@functools.cache
def library():
    """epilogue.c, compiled for this machine once and kept in the temporary folder."""
    name = f"ganglion-epilogue-{hashlib.sha256(SOURCE.read_bytes()).hexdigest()[:16]}.so"
    made = Path(tempfile.gettempdir()) / name
    if not made.exists():
        part = made.with_suffix(f".{os.getpid()}")
        flags = ["-O3", "-march=native", "-ffast-math", "-shared", "-fPIC"]
        subprocess.run(["cc", *flags, "-o", part, SOURCE, "-lm"], check=True)
        os.replace(part, made)
    return ctypes.CDLL(str(made))


def call(function, shape, values):
    """Calls a C function with [samples, positions, units], tensors and floats."""
    count, units, height, width = shape
    one = lambda v: ctypes.c_void_p(v.data_ptr()) if torch.is_tensor(v) else ctypes.c_float(v)
    function(count, height * width, units, *map(one, values))


class Epilogue(torch.autograd.Function):
    """Maps [n, units, h, w] in bfloat16 and channels_last; noise [n, 1, h, w], strength and bias [units], scale and shift
    [n, units] in float32. Noise gets no gradient, and there is no second derivative."""

    @staticmethod
    def forward(ctx, x, noise, strength, bias, scale, shift, slope, epsilon):
        if x.shape[1] > MOST_UNITS:
            raise ValueError(f"epilogue: at most {MOST_UNITS} units, got {x.shape[1]}")
        x = x.contiguous(memory_format=torch.channels_last)
        rows = [v.contiguous() for v in (noise, strength, bias, scale, shift)]
        y, mean, inverse = torch.empty_like(x), torch.empty_like(rows[3]), torch.empty_like(rows[3])
        call(library().epilogue_forward, x.shape, (x, *rows, slope, epsilon, mean, inverse, y))
        ctx.save_for_backward(x, *rows[:4], mean, inverse)
        ctx.slope = slope
        return y

    @staticmethod
    def backward(ctx, y_grad):
        x, noise, strength, bias, scale, mean, inverse = ctx.saved_tensors
        y_grad = y_grad.contiguous(memory_format=torch.channels_last)
        x_grad = torch.empty_like(x)
        grads = [torch.zeros_like(strength), torch.zeros_like(bias), torch.empty_like(scale), torch.empty_like(scale)]
        given = (x, noise, strength, bias, scale, ctx.slope, mean, inverse, y_grad, x_grad, *grads)
        call(library().epilogue_backward, x.shape, given)
        return x_grad, None, *grads, None, None


class PixelEpilogue(torch.autograd.Function):
    """The same for a traditional generator: maps [n, units, h, w] in bfloat16 and channels_last, bias [units] in float32."""

    @staticmethod
    def forward(ctx, x, bias, slope, epsilon):
        x = x.contiguous(memory_format=torch.channels_last)
        y = torch.empty_like(x)
        call(library().pixel_forward, x.shape, (x, bias, slope, epsilon, y))
        ctx.save_for_backward(x, bias)
        ctx.constants = slope, epsilon
        return y

    @staticmethod
    def backward(ctx, y_grad):
        x, bias = ctx.saved_tensors
        y_grad = y_grad.contiguous(memory_format=torch.channels_last)
        x_grad, bias_grad = torch.empty_like(x), torch.zeros_like(bias)
        call(library().pixel_backward, x.shape, (x, bias, *ctx.constants, y_grad, x_grad, bias_grad))
        return x_grad, bias_grad, None, None
