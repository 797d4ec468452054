"""The drawn scenes, as draw.ts leaves them."""
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F


class Scenes:
    """All scenes of a folder in memory: images uint8 [n, 3, s, s] and class ids uint8 [n, s, s]."""

    def __init__(self, folder, size=64, classes=11):
        self.size, self.classes = size, classes
        self.images = self.read(folder, "rgb").reshape(-1, 3, size, size)
        self.ids = self.read(folder, "ids").reshape(-1, size, size)
        self.factors = self.read(folder, "factors").view(torch.float32).reshape(len(self.images), -1)

    def read(self, folder, kind):
        files = sorted(Path(folder).glob(f"scenes-{self.size}*.{kind}"))
        if not files:
            raise SystemExit(f"dataset: no scenes-{self.size}*.{kind} in {folder}: run draw.ts first")
        return torch.from_numpy(np.concatenate([np.fromfile(f, np.uint8) for f in files]))

    def pairs(self, count, size):
        """Random scenes as they are: images in [-1, 1], the numbers that decided them, and class ids."""
        pick = torch.randint(len(self.images), (count,))
        images = self.images[pick].float() / 127.5 - 1
        return F.adaptive_avg_pool2d(images, size), self.factors[pick], self.ids[pick].long()

    def batch(self, count, size):
        """Random scenes, half of them mirrored: images in [-1, 1], and the share of each class at half resolution."""
        pick = torch.randint(len(self.images), (count,))
        mirror = torch.rand(count) < 0.5
        images = self.images[pick].float() / 127.5 - 1
        images = torch.where(mirror[:, None, None, None], images.flip(3), images)
        ids = self.ids[pick].long()
        ids = torch.where(mirror[:, None, None], ids.flip(2), ids)
        shares = F.one_hot(ids, self.classes).permute(0, 3, 1, 2).float()
        return F.adaptive_avg_pool2d(images, size), F.adaptive_avg_pool2d(shares, size // 2)
