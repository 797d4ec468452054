"""The averaged generator of a run, ready to use."""
from pathlib import Path

import torch

from generator import Generator
from progressive import Progressive


@torch.no_grad()
def load_average(folder):
    """Reads the newest checkpoint: a style-based generator has a mean style, a traditional one has none."""
    state = torch.load(Path(folder) / "latest.pt", map_location="cpu")["average"]
    return style_based(state) if "w_avg" in state else traditional(state)


def style_based(state, latents=65536):
    """w_avg becomes the mean style of many latents, which training only tracks."""
    hidden = [len(value) for name, value in state.items() if name.startswith("mapping.") and name.endswith(".bias")]
    g = Generator(state["w_avg"].shape[0], hidden[:-1], channels_of(state)).requires_grad_(False)
    g.load_state_dict(state)
    g.w_avg.copy_(g.mapping(g.latents(latents, torch.Generator().manual_seed(0))).mean(0))
    return g


def traditional(state):
    g = Progressive(state["layers.0.dense.weight"].shape[1], channels_of(state)).requires_grad_(False)
    g.load_state_dict(state)
    return g


def channels_of(state):
    """Units at each resolution."""
    levels = sum(name.startswith("to_rgb.") and name.endswith(".bias") for name in state)
    return [len(state[f"layers.{2 * level}.bias"]) for level in range(levels)]
