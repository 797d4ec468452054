"""The generator of the sample model (StyleGAN, Karras et al. 2018, arXiv 1812.04948)."""
import math

import torch
import torch.nn.functional as F
from torch import nn

from epilogue import Epilogue

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


class Mapping(nn.Module):
    """z to w: pixel norm, then dense layers (section 2) at a tenth of the learning rate: at the paper's hundredth a run as
    short as ours leaves them where they began, and modes that lie apart, such as night, are never reached."""

    def __init__(self, size, hidden):
        super().__init__()
        widths = [size, *hidden, size]
        self.layers = nn.ModuleList(Dense(a, b, rate=0.1) for a, b in zip(widths, widths[1:]))

    def forward(self, z):
        x = z * torch.rsqrt(z.square().mean(1, keepdim=True) + EPSILON)
        for layer in self.layers:
            x = F.leaky_relu(layer(x), SLOPE)
        return x


def epilogue(x, noise, strength, bias, scale, shift):
    """Noise, bias, leaky ReLU and AdaIN (equation 1): instance norm, then scale and shift per sample and unit."""
    x = F.leaky_relu(x + noise * strength[:, None, None] + bias[:, None, None], SLOPE)
    centred = x - x.mean((2, 3), keepdim=True)
    gain = scale[:, :, None, None] * torch.rsqrt(centred.square().mean((2, 3), keepdim=True) + EPSILON)
    return centred * gain + shift[:, :, None, None]


class Layer(nn.Module):
    """One of the synthesis layers: (upsample,) convolution, noise, bias, leaky ReLU, AdaIN (figure 1b).

    The paper blurs by [1, 2, 1] after nearest upsampling and convolution. Both are linear, so bilinear upsampling by two
    before the convolution is the same away from the border, and costs nothing extra.
    """

    upsampling = "bilinear"

    def __init__(self, inputs, units, style, resolution):
        super().__init__()
        self.resolution = resolution
        self.conv = Conv(inputs, units, bias=False) if inputs else None
        self.noise_strength = nn.Parameter(torch.zeros(units, 1, 1))
        self.bias = nn.Parameter(torch.zeros(units, 1, 1))
        self.affine = Dense(style, 2 * units, gain=1)

    def forward(self, x, w, noise):
        if self.conv:
            if x.shape[2] < self.resolution:
                x = F.interpolate(x, scale_factor=2, mode=self.upsampling)
            x = self.conv(x)
        scale, shift = self.affine(w).chunk(2, 1)
        given = (noise, self.noise_strength[:, 0, 0], self.bias[:, 0, 0], scale + 1, shift)
        if x.dtype == torch.bfloat16:
            return Epilogue.apply(x, *given, SLOPE, EPSILON)
        return epilogue(x, *given)


class Generator(nn.Module):
    """Style-based generator: constant input, two layers a resolution, toRGB last.

    While it is trained it can be stopped at a smaller `size`, and its newest resolution can be faded in (Karras et al.
    2017, section 2): each resolution has a toRGB of its own, of which only the last one is exported. `maps` is the
    precision of feature maps: bfloat16 trains two to three times faster on a CPU that knows it.
    """

    def __init__(self, latent=64, hidden=(64, 64, 64), channels=(128, 128, 96, 56, 32)):
        super().__init__()
        self.latent = latent
        self.mapping = Mapping(latent, hidden)
        self.const = nn.Parameter(torch.ones(1, channels[0], 4, 4))
        self.layers = nn.ModuleList()
        before = 0
        for i, units in enumerate(channels):
            self.layers.append(Layer(before, units, latent, 4 << i))
            self.layers.append(Layer(units, units, latent, 4 << i))
            before = units
        self.to_rgb = nn.ModuleList(Conv(units, 3, kernel=1, gain=1) for units in channels)
        self.register_buffer("w_avg", torch.zeros(latent))
        self.size, self.fade = self.layers[-1].resolution, 1.0
        self.maps = torch.float32

    def noise(self, count, generator=None):
        """Fresh noise for every layer up to `size`, N(0, 1)."""
        sizes = [layer.resolution for layer in self.layers if layer.resolution <= self.size]
        return [torch.randn(count, 1, s, s, generator=generator, device=self.const.device) for s in sizes]

    def synthesis(self, styles, noise, taps=None):
        """Styles and noise, one per layer, to images [n, 3, h, w] in about [-1, 1]; `taps` collects every layer's features."""
        x = self.const.to(self.maps).expand(len(styles[0]), -1, -1, -1)
        images = []
        for i, (layer, w, n) in enumerate(zip(self.layers, styles, noise)):
            if layer.resolution > self.size:
                break
            x = layer(x, w, n)
            if taps is not None:
                taps.append(x)
            if i % 2 and layer.resolution >= (self.size if self.fade == 1 else self.size // 2):
                images.append(self.to_rgb[i // 2](x).float())
        if len(images) == 1:
            return images[0]
        return torch.lerp(F.interpolate(images[0], scale_factor=2), images[1], self.fade)

    def forward(self, z, psi=1.0, noise=None):
        """Images of latents, with every style truncated towards the mean style by psi (appendix B)."""
        w = self.w_avg + psi * (self.mapping(z) - self.w_avg)
        return self.synthesis([w] * len(self.layers), noise or self.noise(len(z)))
