"""Trains the sample generator on drawn scenes. Start and resume with the same command; see README.md."""
import argparse
import copy
import math
import os
import time
from pathlib import Path

import torch
import torch.multiprocessing as mp
import torch.nn.functional as F

from dataset import Scenes
from discriminator import Discriminator
from exported import read_generator
from generator import Generator
from parallel import Team

NAMES = ("loss D", "loss G", "real", "fake", "names", "penalty")


def options():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--data", required=True, help="folder that draw.ts wrote")
    p.add_argument("--run", required=True, help="folder for checkpoints and log")
    p.add_argument("--start-from", help="card of an exported generator to continue from")
    p.add_argument("--size", type=int, default=64)
    p.add_argument("--minutes", type=float, default=100, help="length of the whole schedule")
    p.add_argument("--batch", type=int, default=16)
    p.add_argument("--part", type=int, default=4, help="samples that one worker takes at a time")
    p.add_argument("--workers", type=int, default=2)
    p.add_argument("--rate", type=float, default=0.002, help="learning rate before the last third")
    p.add_argument("--gamma", type=float, default=1.0, help="weight of the gradient penalty (R1)")
    p.add_argument("--penalty-every", type=int, default=16)
    p.add_argument("--warm-up", type=int, default=0, help="steps that train the discriminator alone")
    p.add_argument("--names", type=float, default=0.3, help="weight of naming what stands where in real scenes")
    p.add_argument("--blur", type=float, default=0.03, help="deviation of the noise that D sees on every image")
    p.add_argument("--average", type=int, default=10000, help="half-life of the averaged generator, in images")
    p.add_argument("--save-every", type=float, default=3, help="minutes between checkpoints")
    p.add_argument("--seed", type=int, default=1)
    return p.parse_args()


class Run:
    """Networks, optimizers and counters of a run: everything that a checkpoint holds."""

    def __init__(self, o):
        torch.manual_seed(o.seed)
        plain = lambda: Generator(channels=(96, 96, 64, 48, 32, 24)[: int(math.log2(o.size)) - 1])
        self.g = read_generator(o.start_from) if o.start_from else plain()
        self.d = Discriminator(o.size)
        self.average = copy.deepcopy(self.g).requires_grad_(False)
        for net in (self.g, self.d, self.average):
            net.to(memory_format=torch.channels_last)
        adam = lambda net: torch.optim.Adam(net.parameters(), o.rate, (0, 0.99), foreach=True)
        self.opt_g, self.opt_d = adam(self.g), adam(self.d)
        self.step, self.images, self.seconds = 0, 0, 0.0

    parts = ("g", "d", "average", "opt_g", "opt_d")
    counters = ("step", "images", "seconds")

    def save(self, path):
        state = {name: getattr(self, name).state_dict() for name in self.parts}
        state.update({name: getattr(self, name) for name in self.counters})
        torch.save(state, path.with_suffix(".part"))
        os.replace(path.with_suffix(".part"), path)

    def load(self, path):
        state = torch.load(path)
        for name in self.parts:
            getattr(self, name).load_state_dict(state[name])
        for name in self.counters:
            setattr(self, name, state[name])

    def set_rate(self, rate):
        for group in self.opt_g.param_groups + self.opt_d.param_groups:
            group["lr"] = rate

    def follow(self, o):
        """Exponential moving averages: of the generator, and of w (section 2 of the paper's appendix B)."""
        beta = min(0.5 ** (o.batch / o.average), 1 - 1 / (self.step + 2))
        for slow, fast in zip(self.average.parameters(), self.g.parameters()):
            slow.lerp_(fast.detach(), 1 - beta)
        self.average.w_avg.lerp_(self.g.w_avg, 1 - beta)


def schedule(o, progress):
    """Learning rate (falling over the last third) and probability of style mixing (0.9 to 0.5)."""
    rate = o.rate * min(1.0, max(0.02, 3 * (1 - progress)))
    return rate, 0.9 - 0.4 * progress


def mixed_styles(g, count, probability):
    """Styles of new latents, some with a second latent's from a random layer on (section 3.1)."""
    layers = len(g.layers)
    first, second = g.mapping(torch.randn(2 * count, g.latent)).chunk(2)
    g.w_avg.lerp_(first.detach().mean(0), 0.005)
    crossover = torch.randint(1, layers, (count,))
    crossover[torch.rand(count) >= probability] = layers
    return [torch.where((i < crossover)[:, None], first, second) for i in range(layers)]


def penalty(d, real):
    """R1: squared length of the gradient of the logit at real images (Mescheder et al. 2018, equation 9)."""
    real = real.detach().requires_grad_()
    (gradient,) = torch.autograd.grad(d(real).sum(), real, create_graph=True)
    return gradient.square().sum((1, 2, 3)).mean()


def part_of_step(run, scenes, o, mixing):
    """Adds the gradients of one part to both networks: non-saturating losses, both at the same weights."""
    seen = lambda x: x + o.blur * torch.randn_like(x)
    real, shares = scenes.batch(o.part)
    features = run.d.features(seen(real))
    real_logits = run.d.judge(features)
    names = -(run.d.name(features).log_softmax(1) * shares).sum(1).mean()
    (F.softplus(-real_logits).mean() + o.names * names).backward()

    warming = run.step < o.warm_up
    with torch.set_grad_enabled(not warming):
        fake = run.g.synthesis(mixed_styles(run.g, o.part, mixing), run.g.noise(o.part))
    fake_logits = run.d(seen(fake))
    loss_d, loss_g = F.softplus(fake_logits).mean(), F.softplus(-fake_logits).mean()
    loss_d.backward(retain_graph=True, inputs=list(run.d.parameters()))
    if not warming:
        loss_g.backward(inputs=list(run.g.parameters()))

    charge = torch.zeros(())
    if run.step % o.penalty_every == 0:
        charge = penalty(run.d, seen(real))
        (o.gamma / 2 * o.penalty_every * charge).backward()
    loss_d = loss_d + F.softplus(-real_logits).mean()
    values = (loss_d, loss_g, real_logits.mean(), fake_logits.mean(), names, charge)
    return torch.tensor([float(v) for v in values])


def work(rank, o, team):
    """One worker: takes parts, meets the others after each step, and makes the same update as they do."""
    torch.set_num_threads(1)
    run, scenes = Run(o), Scenes(o.data, o.size)
    folder = Path(o.run)
    if (folder / "latest.pt").exists():
        run.load(folder / "latest.pt")
    torch.manual_seed(o.seed + 1000003 * run.step + rank + 1)
    parameters = [*run.g.parameters(), *run.d.parameters()]
    count = o.batch // o.part
    began, saved, means = time.time() - run.seconds, time.time(), None
    log = open(folder / "log.txt", "a", buffering=1) if rank == 0 else None
    while run.seconds < 60 * o.minutes:
        rate, mixing = schedule(o, run.seconds / (60 * o.minutes))
        for p in parameters:
            p.grad = None
        totals = torch.zeros(len(NAMES))
        for _ in team.parts(run.step, count):
            totals += part_of_step(run, scenes, o, mixing)
        clock = torch.tensor([time.time() - began if rank == 0 else 0.0]) * count
        told = team.meet(run.step, rank, parameters, count, torch.cat([totals, clock]))
        run.set_rate(rate)
        run.opt_d.step()
        if run.step >= o.warm_up:
            run.opt_g.step()
            run.follow(o)
        run.step, run.images, run.seconds = run.step + 1, run.images + o.batch, told.pop()
        means = told if means is None else [a + 0.02 * (b - a) for a, b in zip(means, told)]
        if rank == 0 and run.step % 10 == 0:
            log.write(line(run, rate, means))
        if rank == 0 and time.time() - saved > 60 * o.save_every:
            saved = time.time()
            run.save(folder / "latest.pt")
    if rank == 0:
        run.save(folder / "latest.pt")


def line(run, rate, means):
    told = "  ".join(f"{name} {value:.3f}" for name, value in zip(NAMES, means))
    speed = run.images / max(run.seconds, 1)
    return f"step {run.step}  images {run.images}  minutes {run.seconds / 60:.1f}  {speed:.1f}/s  rate {rate:.5f}  {told}\n"


def main():
    o = options()
    if o.batch % o.part:
        raise SystemExit("train: --batch must be a multiple of --part")
    Path(o.run).mkdir(parents=True, exist_ok=True)
    first = Run(o)
    team = Team(o.workers, [*first.g.parameters(), *first.d.parameters()])
    mp.spawn(work, (o, team), nprocs=o.workers)


if __name__ == "__main__":
    main()
