"""A picture of 64 samples: 8 by 8, seeds 0 to 63, each pixel doubled."""
import argparse

import torch
from PIL import Image

from exported import read_generator
from generator import Generator
from snapshot import load_average


def picture(images, columns, zoom=2):
    """Images [n, 3, h, w] in [-1, 1] side by side."""
    count, _, height, width = images.shape
    tiles = images.reshape(count // columns, columns, 3, height, width).permute(0, 3, 1, 4, 2)
    rows = tiles.reshape(count // columns * height, columns * width, 3)
    whole = Image.fromarray(((rows + 1) * 127.5).round().clip(0, 255).byte().numpy())
    return whole.resize((whole.width * zoom, whole.height * zoom), Image.NEAREST)


@torch.no_grad()
def main():
    p = argparse.ArgumentParser(description=__doc__)
    source = p.add_mutually_exclusive_group(required=True)
    source.add_argument("--run", help="folder of train.py")
    source.add_argument("--card", help="card of an exported generator")
    p.add_argument("--out", required=True)
    p.add_argument("--psi", type=float, default=0.7, help="of a style-based generator")
    p.add_argument("--seed", type=int, default=0)
    p.add_argument("--zoom", type=int, default=2)
    o = p.parse_args()
    g = load_average(o.run) if o.run else read_generator(o.card, as_written=True)
    torch.manual_seed(o.seed)
    psi = o.psi if isinstance(g, Generator) else 1
    picture(g(g.latents(64), psi), 8, o.zoom).save(o.out, optimize=True)


if __name__ == "__main__":
    main()
