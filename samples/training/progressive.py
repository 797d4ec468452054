"""A traditional generator: z to 4x4, pixel norm, no styles (Karras et al. 2017, arXiv 1710.10196, table 2)."""
import torch
import torch.nn.functional as F
from torch import nn

from epilogue import PixelEpilogue
from layers import EPSILON, SLOPE, Conv, Dense, Growing


def pixel_norm(x):
    """Each position's vector of units divided by its root mean square (section 4.2)."""
    return x * torch.rsqrt(x.square().mean(1, keepdim=True) + EPSILON)


def epilogue(x, bias):
    """Bias, leaky ReLU, pixel norm."""
    if x.dtype == torch.bfloat16:
        return PixelEpilogue.apply(x, bias, SLOPE, EPSILON)
    return pixel_norm(F.leaky_relu(x + bias[:, None, None], SLOPE))


class FirstLayer(nn.Module):
    """z to 4x4: pixel norm, dense, bias per unit, leaky ReLU, pixel norm."""

    resolution = 4

    def __init__(self, latent, units):
        super().__init__()
        self.dense = Dense(latent, 16 * units, bias=False)
        self.bias = nn.Parameter(torch.zeros(units))

    def forward(self, z, maps):
        x = self.dense(pixel_norm(z)).reshape(len(z), len(self.bias), 4, 4)
        return epilogue(x.to(maps), self.bias)


class Layer(nn.Module):
    """(Upsample to the nearest,) 3x3 convolution, bias, leaky ReLU, pixel norm."""

    def __init__(self, inputs, units, resolution):
        super().__init__()
        self.resolution = resolution
        self.conv = Conv(inputs, units, bias=False)
        self.bias = nn.Parameter(torch.zeros(units))

    def forward(self, x):
        if x.shape[2] < self.resolution:
            x = F.interpolate(x, scale_factor=2)
        return epilogue(self.conv(x), self.bias)


class Progressive(Growing):
    """Progressive GAN's generator: everything follows from z, layer by layer."""

    def __init__(self, latent=128, channels=(128, 128, 96, 64, 32)):
        super().__init__(latent, channels)
        self.layers = nn.ModuleList([FirstLayer(latent, channels[0])])
        before = channels[0]
        for i, units in enumerate(channels):
            if i:
                self.layers.append(Layer(before, units, 4 << i))
            self.layers.append(Layer(units, units, 4 << i))
            before = units

    def forward(self, z, psi=1.0, taps=None):
        """Images [n, 3, h, w] of latents, in about [-1, 1]; `taps` collects every layer's features. There is no style to
        truncate: any psi but 1 is refused."""
        if psi != 1:
            raise ValueError("progressive: a traditional generator has no psi")
        taps = [] if taps is None else taps
        first, *others = self.growing_layers()
        taps.append(first(z, self.maps))
        for layer in others:
            taps.append(layer(taps[-1]))
        return self.image(taps)

    def training_images(self, count, _):
        """Images to judge."""
        return self(self.latents(count))
