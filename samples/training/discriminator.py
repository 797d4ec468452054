"""The discriminator: residual, cheap at full size, and asked to name what it sees in drawn scenes."""
import math

import torch
import torch.nn.functional as F
from torch import nn

from layers import SLOPE, Conv, Dense


def minibatch_deviation(x, group=4):
    """Appends the mean standard deviation over groups of samples as one more channel (Karras et al. 2017, section 3)."""
    count, _, height, width = x.shape
    group = math.gcd(group, count)
    y = x.reshape(group, count // group, *x.shape[1:])
    deviation = (y.var(0, unbiased=False) + 1e-8).sqrt().mean((1, 2, 3), keepdim=True)
    return torch.cat([x, deviation.repeat(group, 1, height, width)], 1)


class FromRGB(nn.Module):
    """Images to features at half their resolution: one 6x6 convolution with stride 2 is all that full size costs."""

    def __init__(self, units):
        super().__init__()
        self.conv = Conv(3, units, kernel=6)

    def forward(self, x):
        weight, bias = (v.to(x.dtype) for v in self.conv.effective())
        return F.leaky_relu(F.conv2d(x, weight, bias, stride=2, padding=2), SLOPE)


class Block(nn.Module):
    """Two convolutions that halve the resolution, and a way round them (Karras et al. 2019, figure 7)."""

    def __init__(self, inputs, outputs):
        super().__init__()
        self.first = Conv(inputs, inputs)
        self.second = Conv(inputs, outputs)
        self.skip = Conv(inputs, outputs, kernel=1, gain=1, bias=False)

    def forward(self, x):
        y = F.avg_pool2d(F.leaky_relu(self.first(x), SLOPE), 2)
        y = F.leaky_relu(self.second(y), SLOPE)
        return (y + self.skip(F.avg_pool2d(x, 2))) / math.sqrt(2)


class Discriminator(nn.Module):
    """Images [n, 3, s, s] to logits [n]: above 0 means real. Grows with the generator: level k works at 4 * 2^k.

    `classes` heads read what stands where (at half resolution) off the features of every level. Only real pictures, whose
    labels are known, train them: they give the features a meaning early on, which the logit then uses.
    """

    def __init__(self, resolution=64, widths=(128, 128, 96, 48), classes=11):
        super().__init__()
        levels = int(math.log2(resolution)) - 2
        widths = [widths[min(k, len(widths) - 1)] for k in range(levels)]
        self.from_rgb = nn.ModuleList(FromRGB(width) for width in widths)
        self.blocks = nn.ModuleList(Block(wide, narrow) for narrow, wide in zip(widths, widths[1:]))
        self.heads = nn.ModuleList(Conv(width, classes, kernel=1, gain=1) for width in widths)
        self.conv = Conv(widths[0] + 1, widths[0])
        self.dense = Dense(widths[0] * 16, widths[0])
        self.logit = Dense(widths[0], 1, gain=1)
        self.fade, self.maps = 1.0, torch.float32

    def features(self, x):
        """Features from half the resolution of the image down to 4x4; while a level fades in, the one below sees too."""
        top = int(math.log2(x.shape[2])) - 3
        x = x.to(self.maps)
        found = [self.from_rgb[top](x)]
        for level in range(top, 0, -1):
            y = self.blocks[level - 1](found[-1])
            if level == top and self.fade < 1:
                y = torch.lerp(self.from_rgb[level - 1](F.avg_pool2d(x, 2)), y, self.fade)
            found.append(y)
        return found

    def judge(self, features):
        """The logits of a batch."""
        x = F.leaky_relu(self.conv(minibatch_deviation(features[-1].float())), SLOPE)
        return self.logit(F.leaky_relu(self.dense(x.flatten(1)), SLOPE))[:, 0]

    def name(self, features):
        """Class logits [n, classes, s / 2, s / 2]: every level has its say."""
        said = None
        for x, head in zip(reversed(features), self.heads):
            own = head(x).float()
            said = own if said is None else own + F.interpolate(said, scale_factor=2)
        return said

    def forward(self, x):
        return self.judge(self.features(x))
