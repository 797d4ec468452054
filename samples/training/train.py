"""Trains a sample generator on drawn scenes. Start and resume with the same command; see README.md."""
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
from progressive import Progressive

KINDS = {"style": Generator, "progressive": Progressive}
NAMES = ("loss D", "loss G", "real", "fake", "names", "penalty")


def options():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--data", required=True, help="folder that draw.ts wrote")
    p.add_argument("--run", required=True, help="folder for checkpoints and log")
    p.add_argument("--kind", choices=KINDS, default="style", help="style-based, or traditional: z to 4x4, pixel norm")
    p.add_argument("--start-from", help="card of an exported generator to continue from")
    p.add_argument("--stages", default="8:40,16:100,32:158,64:470", help="sizes and their thousands of images")
    p.add_argument("--batch", type=int, default=16)
    p.add_argument("--workers", type=int, default=2, help="processes, each with a batch of its own")
    p.add_argument("--meet-every", type=int, default=4, help="steps after which the workers average their weights")
    p.add_argument("--rate", type=float, default=0.002, help="learning rate before it falls")
    p.add_argument("--fall", type=float, default=1 / 3, help="share of the last stage over which the rate falls to 0")
    p.add_argument("--fade", type=float, default=0.15, help="share of a stage that fades the new resolution in")
    p.add_argument("--gamma", type=float, default=1.0, help="weight of the gradient penalty (R1) at 64; less below")
    p.add_argument("--penalty-every", type=int, default=16)
    p.add_argument("--warm-up", type=int, default=0, help="steps at the start that train the discriminator alone")
    p.add_argument("--names", type=float, default=0.2, help="weight of naming what stands where in real scenes")
    p.add_argument("--average", type=int, default=8000, help="half-life of the averaged generator, in images")
    p.add_argument("--save-every", type=float, default=3, help="minutes between checkpoints")
    p.add_argument("--device", default="cpu", help="cpu, or cuda with --workers 1")
    p.add_argument("--half", action="store_true", help="feature maps in bfloat16, for processors that know it; needs a C compiler")
    p.add_argument("--seed", type=int, default=1)
    o = p.parse_args()
    o.stages = [(int(size), int(1000 * float(count))) for size, count in (s.split(":") for s in o.stages.split(","))]
    return o


class Run:
    """Networks, optimizers and counters of a run: everything that a checkpoint holds."""

    parts = ("g", "d", "average", "opt_g", "opt_d")
    counters = ("step", "images", "seconds", "stage")

    def __init__(self, o):
        torch.manual_seed(o.seed)
        last = o.stages[-1][0]
        channels = (128, 128, 96, 64, 32, 24)[: int(math.log2(last)) - 1]
        make = KINDS[o.kind]
        self.g = read_generator(o.start_from) if o.start_from else make(channels=channels)
        self.d = Discriminator(last)
        self.average = copy.deepcopy(self.g).requires_grad_(False)
        for net in (self.g, self.d, self.average):
            net.to(o.device, memory_format=torch.channels_last)
            net.maps = torch.bfloat16 if o.half else torch.float32
        self.step, self.images, self.seconds, self.stage = 0, 0, 0.0, -1
        self.fresh_optimizers(o)

    def fresh_optimizers(self, o):
        adam = lambda net: torch.optim.Adam(net.parameters(), o.rate, (0, 0.99), foreach=True)
        self.opt_g, self.opt_d = adam(self.g), adam(self.d)

    def save(self, path):
        state = {name: getattr(self, name).state_dict() for name in self.parts}
        state.update({name: getattr(self, name) for name in self.counters})
        torch.save(state, path.with_suffix(".part"))
        os.replace(path.with_suffix(".part"), path)

    def load(self, path):
        state = torch.load(path, map_location=self.g.device)
        for name in self.parts:
            getattr(self, name).load_state_dict(state[name])
        for name in self.counters:
            setattr(self, name, state[name])

    def follow_schedule(self, o):
        """Sets size, fade and learning rate for the images seen; gives how much of the whole is done."""
        stage, begun = 0, 0
        while stage + 1 < len(o.stages) and self.images >= begun + o.stages[stage][1]:
            begun += o.stages[stage][1]
            stage += 1
        if stage != self.stage:
            self.stage = stage
            self.fresh_optimizers(o)
        size, length = o.stages[stage]
        inside = (self.images - begun) / length
        fade = min(1.0, inside / o.fade) if stage and o.fade else 1.0
        for net in (self.g, self.d, self.average):
            net.size, net.fade = size, fade
        fall = max(0.02, (1 - inside) / o.fall) if size == o.stages[-1][0] and o.fall else 1.0
        for group in self.opt_g.param_groups + self.opt_d.param_groups:
            group["lr"] = o.rate * min(1.0, fall)
        return self.images / sum(count for _, count in o.stages)

    @torch.no_grad()
    def average_weights(self, o):
        """The generator that is kept: an exponential moving average of the one that learns (Karras et al. 2017)."""
        beta = min(0.5 ** (o.batch * o.workers / o.average), 1 - 1 / (self.step + 2))
        for slow, fast in zip(self.average.parameters(), self.g.parameters()):
            slow.lerp_(fast, 1 - beta)
        for slow, fast in zip(self.average.buffers(), self.g.buffers()):
            slow.lerp_(fast, 1 - beta)


def penalty(d, real):
    """R1: squared length of the gradient of the logit at real images (Mescheder et al. 2018, equation 9)."""
    real = real.detach().requires_grad_()
    (gradient,) = torch.autograd.grad(d(real).sum(), real, create_graph=True)
    return gradient.square().sum((1, 2, 3)).mean()


def losses(run, scenes, o, done):
    """Leaves the gradients of one batch in both networks: non-saturating losses, both at the same weights."""
    size = run.g.size
    real, shares = scenes.batch(o.batch, size)
    if run.g.fade < 1:
        coarse = F.interpolate(F.avg_pool2d(real, 2), scale_factor=2)
        real = torch.lerp(coarse, real, run.g.fade)
    features = run.d.features(real)
    real_logits = run.d.judge(features)
    names = -(run.d.name(features).log_softmax(1) * shares).sum(1).mean()
    loss_real = F.softplus(-real_logits).mean()
    (loss_real + o.names * names).backward()

    warming = run.step < o.warm_up
    with torch.set_grad_enabled(not warming):
        fake = run.g.training_images(o.batch, done)
    fake_logits = run.d(fake)
    loss_fake, loss_g = F.softplus(fake_logits).mean(), F.softplus(-fake_logits).mean()
    loss_fake.backward(retain_graph=True, inputs=list(run.d.parameters()))
    if not warming:
        loss_g.backward(inputs=list(run.g.parameters()))

    charge = torch.zeros(())
    if run.step % o.penalty_every == 0:
        charge = penalty(run.d, real)
        (o.gamma * size / 64 / 2 * o.penalty_every * charge).backward()
    values = (loss_real + loss_fake, loss_g, real_logits.mean(), fake_logits.mean(), names, charge)
    return [float(v) for v in values]


def work(rank, o, team):
    """One worker: takes steps of its own and meets the others every few."""
    torch.set_num_threads(1)
    run, scenes = Run(o), Scenes(o.data, o.device)
    folder = Path(o.run)
    if (folder / "latest.pt").exists():
        run.load(folder / "latest.pt")
    torch.manual_seed(o.seed + 1000003 * run.step + rank + 1)
    parameters = [*run.g.parameters(), *run.d.parameters()]
    began, saved, means = time.time() - run.seconds, time.time(), None
    log = open(folder / "log.txt", "a", buffering=1) if rank == 0 else None
    while (done := run.follow_schedule(o)) < 1:
        run.opt_g.zero_grad(set_to_none=True)
        run.opt_d.zero_grad(set_to_none=True)
        told = losses(run, scenes, o, done)
        means = told if means is None else [a + 0.02 * (b - a) for a, b in zip(means, told)]
        run.opt_d.step()
        if run.step >= o.warm_up:
            run.opt_g.step()
            run.average_weights(o)
        run.step, run.images = run.step + 1, run.images + o.batch * o.workers
        if o.workers > 1 and run.step % o.meet_every == 0:
            team.meet(rank, parameters)
        run.seconds = time.time() - began
        if rank == 0 and run.step % 20 == 0:
            log.write(line(run, means))
        if rank == 0 and time.time() - saved > 60 * o.save_every:
            saved = time.time()
            run.save(folder / "latest.pt")
    if rank == 0:
        run.save(folder / "latest.pt")


def line(run, means):
    told = "  ".join(f"{name} {value:.3f}" for name, value in zip(NAMES, means))
    size = f"{run.g.size}x{run.g.size} fade {run.g.fade:.2f}"
    return f"step {run.step}  {size}  images {run.images}  minutes {run.seconds / 60:.2f}  {told}\n"


# Keep freed memory in the process, in large pages: maps of some megabytes come and go in every step. One thread a worker.
MEMORY = {
    "MALLOC_MMAP_THRESHOLD_": "4294967296",
    "MALLOC_TRIM_THRESHOLD_": "8589934592",
    "MALLOC_TOP_PAD_": "536870912",
    "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_WAIT_POLICY": "passive",
}


def main():
    o = options()
    os.environ.update(MEMORY)
    Path(o.run).mkdir(parents=True, exist_ok=True)
    first = Run(o)
    team = Team(o.workers, [*first.g.parameters(), *first.d.parameters()])
    mp.spawn(work, (o, team), nprocs=o.workers)


if __name__ == "__main__":
    main()
