"""Teaches a generator the scenes by example, before train.py makes it a GAN.

A scene is decided by random numbers, and draw.ts keeps most of them. Turned into normal numbers they are a latent: the
generator learns to answer the latent of a scene with that scene (Dosovitskiy et al. 2015, arXiv 1411.5928, on renderers
learned this way). What the numbers leave open stays blurred, and so do edges; the adversarial training that follows gives
them shape. Nothing else is left of the pairs afterwards: latents are drawn from N(0, 1).
"""
import argparse
import copy
import time
from pathlib import Path

import torch
import torch.multiprocessing as mp
import torch.nn.functional as F

from dataset import Scenes
from generator import Generator
from parallel import Team
from train import Run

# Small things count more: sky, cloud, sun, mountain, grass, tree, building, roof, door, window, water.
WEIGHTS = (1, 1.5, 3, 1, 1, 2, 2, 2, 4, 4, 1)


def options():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument("--data", required=True, help="folder that draw.ts wrote")
    p.add_argument("--run", required=True, help="folder for the checkpoint, which train.py then continues from")
    p.add_argument("--start-from", help="card of an exported generator whose synthesis layers to begin with")
    p.add_argument("--stages", default="16:4,32:10,64:16", help="sizes and their minutes")
    p.add_argument("--batch", type=int, default=32)
    p.add_argument("--part", type=int, default=8)
    p.add_argument("--workers", type=int, default=2)
    p.add_argument("--rate", type=float, default=0.004)
    p.add_argument("--average", type=int, default=3000)
    p.add_argument("--seed", type=int, default=1)
    o = p.parse_args()
    o.stages = [(int(size), 60 * float(minutes)) for size, minutes in (s.split(":") for s in o.stages.split(","))]
    return o


def latents(factors, size):
    """Uniform factors to latents [n, size] of length sqrt(size), as the mapping's pixel norm makes them: normal numbers,
    filled up with as many random ones as are missing, which take what length is left."""
    known = torch.special.ndtri(factors.double()).float()
    left = (size - known.square().sum(1, keepdim=True)).clamp(min=1)
    rest = F.normalize(torch.randn(len(known), size - known.shape[1]), dim=1) * left.sqrt()
    return torch.cat([known, rest], 1)


def distance(made, wanted, weights):
    """Weighted mean absolute difference at three sizes, so that far off is worse than near."""
    total = 0
    for k in range(3):
        weight = F.avg_pool2d(weights, 1 << k)
        difference = (F.avg_pool2d(made, 1 << k) - F.avg_pool2d(wanted, 1 << k)).abs()
        total = total + (weight * difference).sum() / (3 * weight.sum())
    return total / 3


def stage_at(o, seconds):
    """Size now, and the share of all the time that has passed."""
    whole = sum(length for _, length in o.stages)
    begun = 0.0
    for size, length in o.stages:
        begun += length
        if seconds < begun:
            break
    return size, seconds / whole


def optimizer(g, rate):
    """The mapping learns at a hundredth of the rate in a GAN; here it has to unlearn that caution."""
    mapping = {id(p) for p in g.mapping.parameters()}
    others = [p for p in g.parameters() if id(p) not in mapping]
    groups = [{"params": others, "share": 1.0}, {"params": list(g.mapping.parameters()), "share": 50.0}]
    return torch.optim.Adam(groups, rate, (0.9, 0.99), foreach=True)


def beginning(o):
    """What train.py starts with, but always a new mapping: that of another generator means other latents."""
    run = Run(o)
    run.g.mapping = Generator(run.g.latent).mapping
    run.average = copy.deepcopy(run.g).requires_grad_(False)
    return run


def part_of_step(run, scenes, o):
    images, factors, ids = scenes.pairs(o.part, run.g.size)
    weights = torch.tensor(WEIGHTS)[ids][:, None].float()
    weights = F.adaptive_avg_pool2d(weights, run.g.size)
    w = run.g.mapping(latents(factors, run.g.latent))
    made = run.g.synthesis([w] * len(run.g.layers), run.g.noise(o.part))
    loss = distance(made, images, weights)
    loss.backward()
    return torch.tensor([float(loss.detach())])


def work(rank, o, team):
    torch.set_num_threads(1)
    run, scenes = beginning(o), Scenes(o.data)
    folder = Path(o.run)
    if (folder / "pretrained.pt").exists():
        run.load(folder / "pretrained.pt")
    torch.manual_seed(o.seed + 1000003 * run.step + rank + 1)
    opt, parameters = optimizer(run.g, o.rate), list(run.g.parameters())
    count, began, saved, mean = o.batch // o.part, time.time() - run.seconds, time.time(), None
    while (stage := stage_at(o, run.seconds))[1] < 1:
        run.g.size = stage[0]
        for p in parameters:
            p.grad = None
        for group in opt.param_groups:
            group["lr"] = o.rate * group["share"] * min(1, run.step / 100, 2.5 * (1 - stage[1]) + 0.02)
        totals = torch.zeros(1)
        for _ in team.parts(run.step, count):
            totals += part_of_step(run, scenes, o)
        clock = torch.tensor([time.time() - began if rank == 0 else 0.0]) * count
        loss, run.seconds = team.meet(run.step, rank, parameters, count, torch.cat([totals, clock]))
        opt.step()
        run.average_weights(o)
        run.step, run.images = run.step + 1, run.images + o.batch
        mean = loss if mean is None else mean + 0.02 * (loss - mean)
        if rank == 0 and run.step % 20 == 0:
            with open(folder / "pretrain.txt", "a") as log:
                log.write(f"step {run.step}  {stage[0]}x{stage[0]}  images {run.images}  minutes {run.seconds / 60:.2f}  loss {mean:.4f}\n")
        if rank == 0 and time.time() - saved > 90:
            saved = time.time()
            run.save(folder / "pretrained.pt")
    if rank == 0:
        run.step, run.seconds = 0, 0.0
        run.save(folder / "latest.pt")


def main():
    o = options()
    Path(o.run).mkdir(parents=True, exist_ok=True)
    team = Team(o.workers, list(beginning(o).g.parameters()))
    mp.spawn(work, (o, team), nprocs=o.workers)


if __name__ == "__main__":
    main()
