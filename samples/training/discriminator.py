"""The discriminator: residual, cheap at full size, and asked to name what it sees in real pictures."""
import math

import torch
import torch.nn.functional as F
from torch import nn

from generator import SLOPE, Conv, Dense


def minibatch_deviation(x, group=4):
    """Appends the mean standard deviation over groups of samples as one more channel (Karras et al. 2017, section 3)."""
    count, _, height, width = x.shape
    group = math.gcd(group, count)
    y = x.reshape(group, count // group, *x.shape[1:])
    deviation = (y.var(0, unbiased=False) + 1e-8).sqrt().mean((1, 2, 3), keepdim=True)
    return torch.cat([x, deviation.repeat(group, 1, height, width)], 1)


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
    """Images [n, 3, s, s] to logits [n]; s is 4 times a power of two, at least 16.

    `classes` heads read what stands where (at half resolution) off the features of every block. Only real pictures, whose
    labels are known, train them: they give the features a meaning early on, which the logit then uses.
    """

    def __init__(self, resolution=64, channels=(40, 80, 112, 128), classes=11):
        super().__init__()
        self.from_rgb = Conv(3, channels[0], kernel=6)
        count = int(math.log2(resolution // 8))
        widths = [channels[min(i, len(channels) - 1)] for i in range(count + 1)]
        self.blocks = nn.ModuleList(Block(a, b) for a, b in zip(widths, widths[1:]))
        self.heads = nn.ModuleList(Conv(width, classes, kernel=1, gain=1) for width in widths)
        last = widths[-1]
        self.conv = Conv(last + 1, last)
        self.dense = Dense(last * 16, last)
        self.logit = Dense(last, 1, gain=1)

    def features(self, x):
        """Features from half the resolution of the image down to 4x4."""
        weight, bias = self.from_rgb.effective()
        x = F.leaky_relu(F.conv2d(x, weight, bias, stride=2, padding=2), SLOPE)
        found = [x]
        for block in self.blocks:
            found.append(block(found[-1]))
        return found

    def judge(self, features):
        """The logit of a batch: above 0 means real."""
        x = F.leaky_relu(self.conv(minibatch_deviation(features[-1])), SLOPE)
        return self.logit(F.leaky_relu(self.dense(x.flatten(1)), SLOPE))[:, 0]

    def name(self, features):
        """Class logits [n, classes, s / 2, s / 2]: every scale has its say."""
        said = None
        for x, head in zip(reversed(features), reversed(self.heads)):
            own = head(x)
            said = own if said is None else own + F.interpolate(said, scale_factor=2)
        return said

    def forward(self, x):
        return self.judge(self.features(x))
