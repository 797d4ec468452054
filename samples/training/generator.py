"""The generator of the sample model (StyleGAN, Karras et al. 2018, arXiv 1812.04948)."""
import torch
import torch.nn.functional as F
from torch import nn

from epilogue import Epilogue
from layers import EPSILON, SLOPE, Conv, Dense, Growing


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


class Generator(Growing):
    """Style-based generator: constant input, two layers a resolution, toRGB last."""

    def __init__(self, latent=64, hidden=(64, 64, 64), channels=(128, 128, 96, 56, 32)):
        super().__init__(latent, channels)
        self.mapping = Mapping(latent, hidden)
        self.const = nn.Parameter(torch.ones(1, channels[0], 4, 4))
        self.layers = nn.ModuleList()
        before = 0
        for i, units in enumerate(channels):
            self.layers.append(Layer(before, units, latent, 4 << i))
            self.layers.append(Layer(units, units, latent, 4 << i))
            before = units
        self.register_buffer("w_avg", torch.zeros(latent))

    def noise(self, count, generator=None):
        """Fresh noise for every layer up to `size`, N(0, 1)."""
        sizes = [layer.resolution for layer in self.growing_layers()]
        return [torch.randn(count, 1, s, s, generator=generator, device=self.device) for s in sizes]

    def synthesis(self, styles, noise, taps=None):
        """Styles and noise, one per layer, to images [n, 3, h, w] in about [-1, 1]; `taps` collects every layer's features."""
        x = self.const.to(self.maps).expand(len(styles[0]), -1, -1, -1)
        taps = [] if taps is None else taps
        for layer, w, n in zip(self.growing_layers(), styles, noise):
            x = layer(x, w, n)
            taps.append(x)
        return self.image(taps)

    def forward(self, z, psi=1.0, noise=None, taps=None):
        """Images of latents, with every style truncated towards the mean style by psi (appendix B)."""
        w = self.w_avg + psi * (self.mapping(z) - self.w_avg)
        return self.synthesis([w] * len(self.layers), noise or self.noise(len(z)), taps)

    def mixed_styles(self, count, probability):
        """Styles of new latents, some with a second latent's from a random layer on (section 3.1)."""
        layers = len(self.growing_layers())
        first, second = self.mapping(self.latents(2 * count)).chunk(2)
        self.w_avg.lerp_(first.detach().mean(0), 0.005)
        crossover = torch.randint(1, layers, (count,), device=self.device)
        crossover[torch.rand(count, device=self.device) >= probability] = layers
        return [torch.where((i < crossover)[:, None], first, second) for i in range(layers)]

    def training_images(self, count, done):
        """Images to judge; mixing regularization falls from 0.9 to 0.5 as the run gets `done`, from 0 to 1."""
        return self.synthesis(self.mixed_styles(count, 0.9 - 0.4 * done), self.noise(count))
