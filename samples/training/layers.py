"""What the networks are made of: dense and convolutional layers with equalized learning rate, and how a generator grows."""
import math

import torch
import torch.nn.functional as F
from torch import nn

EPSILON = 1e-8
SLOPE = 0.2
ROOT_2 = math.sqrt(2)


class Scaled(nn.Module):
    """Weight and bias with equalized learning rate: stored as N(0, 1 / rate), used times gain / sqrt(fan in) * rate."""

    def __init__(self, shape, gain=ROOT_2, rate=1.0, bias=True):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(shape) / rate)
        self.bias = nn.Parameter(torch.zeros(shape[0])) if bias else None
        self.scale = gain / math.sqrt(math.prod(shape[1:])) * rate
        self.rate = rate

    def effective(self):
        """Weight and bias as a plain layer would hold them."""
        return self.weight * self.scale, None if self.bias is None else self.bias * self.rate


class Dense(Scaled):
    def __init__(self, inputs, outputs, **options):
        super().__init__((outputs, inputs), **options)

    def forward(self, x):
        return F.linear(x, *self.effective())


class Conv(Scaled):
    def __init__(self, inputs, outputs, kernel=3, **options):
        super().__init__((outputs, inputs, kernel, kernel), **options)
        self.padding = kernel // 2

    def forward(self, x):
        weight, bias = (v if v is None else v.to(x.dtype) for v in self.effective())
        if self.padding:
            return F.conv2d(x, weight, bias, padding=self.padding)
        return F.linear(x.permute(0, 2, 3, 1), weight[:, :, 0, 0], bias).permute(0, 3, 1, 2)


class Growing(nn.Module):
    """A generator with two layers a resolution and a toRGB after each pair, of which only the last one is exported.

    While it is trained it can be stopped at a smaller `size`, and its newest resolution can be faded in (Karras et al.
    2017, section 2). `maps` is the precision of feature maps: bfloat16 trains two to three times faster on a CPU that
    knows it.
    """

    def __init__(self, latent, channels):
        super().__init__()
        self.latent = latent
        self.to_rgb = nn.ModuleList(Conv(units, 3, kernel=1, gain=1) for units in channels)
        self.size, self.fade = 2 << len(channels), 1.0
        self.maps = torch.float32

    @property
    def device(self):
        return self.to_rgb[0].weight.device

    def latents(self, count, generator=None):
        """Samples of the latent space [count, latent], N(0, 1)."""
        return torch.randn(count, self.latent, generator=generator, device=self.device)

    def growing_layers(self):
        """The layers up to `size`."""
        return self.layers[: 2 * int(math.log2(self.size)) - 2]

    def image(self, features):
        """What the feature maps after each of these layers show: [n, 3, h, w] in about [-1, 1]."""
        levels = len(features) // 2
        newest = self.to_rgb[levels - 1](features[-1]).float()
        if self.fade == 1:
            return newest
        older = self.to_rgb[levels - 2](features[-3]).float()
        return torch.lerp(F.interpolate(older, scale_factor=2), newest, self.fade)
