"""Simple distances between an exported generator and the drawn scenes: lower is better, real against real is the floor."""
import argparse

import torch
import torch.nn.functional as F

from dataset import Scenes
from exported import read_generator
from generator import Generator

PATCH = 7


def colours(images):
    """Mean and deviation of each channel."""
    flat = images.transpose(0, 1).flatten(1)
    return torch.stack([flat.mean(1), flat.std(1)])


def principal(images, components=64):
    """Mean and principal axes of 16x16 versions of the images: a small, fixed space of layouts."""
    x = F.interpolate(images, size=16, mode="area").flatten(1)
    mean = x.mean(0)
    _, _, axes = torch.linalg.svd(x - mean, full_matrices=False)
    return lambda other: (F.interpolate(other, size=16, mode="area").flatten(1) - mean) @ axes[:components].T


def root(matrix):
    """Square root of a symmetric positive semidefinite matrix."""
    values, vectors = torch.linalg.eigh(matrix)
    return vectors * values.clamp(min=0).sqrt() @ vectors.T


def frechet(a, b):
    """Frechet distance of two sets of points, as in Heusel et al. 2017, equation 6."""
    a, b = a.double(), b.double()
    half = root(a.T.cov())
    cross = root(half @ b.T.cov() @ half)
    return float((a.mean(0) - b.mean(0)).square().sum() + (a.T.cov() + b.T.cov() - 2 * cross).trace())


def detail(images, level):
    """One level of the Laplacian pyramid: level 0 holds the finest detail, the last keeps the rest."""
    for _ in range(level):
        images = F.avg_pool2d(images, 2)
    if level == 2:
        return images
    rest = F.interpolate(F.avg_pool2d(images, 2), scale_factor=2, mode="bilinear", align_corners=False)
    return images - rest


def patches(images, generator, each=32):
    """Random 7x7 patches of every image, each channel normalized over the set."""
    size = images.shape[2] - PATCH + 1
    found = images.unfold(2, PATCH, 1).unfold(3, PATCH, 1)
    rows = torch.randint(size, (each, len(images)), generator=generator)
    columns = torch.randint(size, (each, len(images)), generator=generator)
    taken = found[torch.arange(len(images)), :, rows, columns].flatten(0, 1)
    taken = taken - taken.mean((0, 2, 3), keepdim=True)
    return (taken / taken.std((0, 2, 3), keepdim=True)).flatten(1)


def sliced(a, b, generator, directions=128):
    """Sliced Wasserstein distance times 1000 (Karras et al. 2017, section 5)."""
    axes = F.normalize(torch.randn(a.shape[1], directions, generator=generator), dim=0)
    difference = (a @ axes).sort(0).values - (b @ axes).sort(0).values
    return float(1000 * difference.abs().mean())


def nearest(points):
    """Median distance of a sample to its nearest neighbour: falls where samples repeat."""
    distances = torch.cdist(points, points)
    distances.fill_diagonal_(float("inf"))
    return float(distances.min(1).values.median())


def compare(name, real, images, project):
    source = torch.Generator().manual_seed(0)
    textures = [sliced(patches(detail(real, k), source), patches(detail(images, k), source), source) for k in range(3)]
    mean, deviation = colours(images)
    words = lambda values: " ".join(f"{float(v):+.2f}" for v in values)
    layout = frechet(project(real), project(images))
    cells = [f"{layout:.2f}", *(f"{t:.0f}" for t in textures), f"{nearest(project(images)[:1000]):.2f}"]
    print(" | ".join(["", name, *cells, words(mean), words(deviation), ""]).strip())


@torch.no_grad()
def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--data", required=True, help="folder that draw.ts wrote")
    p.add_argument("--card", nargs="+", required=True, help="cards of exported generators")
    p.add_argument("--psi", type=float, nargs="+", default=[1.0, 0.7])
    p.add_argument("--count", type=int, default=1024)
    o = p.parse_args()
    images = Scenes(o.data).images[: 2 * o.count].float() / 127.5 - 1
    real, other = images.split(o.count)
    project = principal(real)
    print("| images | layout | detail 64 | detail 32 | rest 16 | nearest | mean | deviation |\n|---|---|---|---|---|---|---|---|")
    compare("real", real, other, project)
    for card in o.card:
        g = read_generator(card, as_written=True)
        for psi in o.psi if isinstance(g, Generator) else [1]:
            torch.manual_seed(0)
            made = torch.cat([g(g.latents(64), psi) for _ in range(o.count // 64)])
            compare(f"{card.rsplit('/', 1)[-1]} psi {psi}", real, made.clamp(-1, 1), project)


if __name__ == "__main__":
    main()
