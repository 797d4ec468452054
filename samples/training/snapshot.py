"""The averaged generator of a run, ready to use."""
from pathlib import Path

import torch

from generator import Generator


@torch.no_grad()
def load_average(folder, latents=65536):
    """Reads the newest checkpoint; w_avg becomes the mean style of many latents, which training only tracks."""
    state = torch.load(Path(folder) / "latest.pt", map_location="cpu")["average"]
    units = [state[name].shape[0] for name in sorted(state, key=layer_of) if name.endswith("noise_strength")]
    hidden = [len(value) for name, value in state.items() if name.startswith("mapping.") and name.endswith(".bias")]
    g = Generator(state["w_avg"].shape[0], hidden[:-1], units[::2]).requires_grad_(False)
    g.load_state_dict(state)
    z = torch.randn(latents, g.latent, generator=torch.Generator().manual_seed(0))
    g.w_avg.copy_(g.mapping(z).mean(0))
    return g


def layer_of(name):
    """Place of a parameter's layer, to sort by."""
    parts = name.split(".")
    return int(parts[1]) if parts[0] == "layers" else -1
