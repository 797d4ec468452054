"""The drawn scenes, as draw.ts leaves them."""
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F


class Scenes:
    """All scenes of a folder in memory: images uint8 [n, 3, s, s] and class ids uint8 [n, s, s]."""

    def __init__(self, folder, device="cpu", size=64, classes=11):
        self.device, self.size, self.classes = device, size, classes
        self.images = self.read(folder, "rgb").reshape(-1, 3, size, size)
        self.ids = self.read(folder, "ids").reshape(-1, size, size)

    def read(self, folder, kind):
        files = sorted(Path(folder).glob(f"scenes-{self.size}*.{kind}"))
        if not files:
            raise SystemExit(f"dataset: no scenes-{self.size}*.{kind} in {folder}: run draw.ts first")
        return torch.from_numpy(np.concatenate([np.fromfile(f, np.uint8) for f in files])).to(self.device)

    def hold_back(self, count):
        """Takes the last scenes out of the set, and gives them: images uint8 and ids, unmirrored."""
        kept = self.images[-count:], self.ids[-count:].long()
        self.images, self.ids = self.images[:-count], self.ids[:-count]
        return kept

    def labelled(self, count):
        """Random scenes, half of them mirrored: images in [-1, 1] and class ids, at full size."""
        pick = torch.randint(len(self.images), (count,), device=self.device)
        mirror = torch.rand(count, device=self.device) < 0.5
        images = self.images[pick].float() / 127.5 - 1
        images = torch.where(mirror[:, None, None, None], images.flip(3), images)
        ids = self.ids[pick].long()
        return images, torch.where(mirror[:, None, None], ids.flip(2), ids)

    def batch(self, count, size):
        """The same at `size`: images, and the share of each class at half resolution."""
        images, ids = self.labelled(count)
        shares = F.one_hot(ids, self.classes).permute(0, 3, 1, 2).float()
        return F.adaptive_avg_pool2d(images, size), F.adaptive_avg_pool2d(shares, size // 2)
