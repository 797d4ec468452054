"""A few processes that train the same networks together, on one machine without a GPU."""
import torch
import torch.multiprocessing as mp


class Team:
    """What the workers of a run share. Each takes steps of its own; every few steps they meet and continue from the mean of
    their weights (local SGD: Stich 2019, arXiv 1805.09767). They seldom wait for each other, which counts on busy cores."""

    def __init__(self, workers, parameters):
        context = mp.get_context("spawn")
        self.weights = torch.zeros(workers, sum(p.numel() for p in parameters)).share_memory_()
        self.barrier = context.Barrier(workers)

    @torch.no_grad()
    def meet(self, rank, parameters):
        """Waits for everyone and leaves the mean of all weights in `parameters`."""
        at = 0
        for p in parameters:
            self.weights[rank, at : at + p.numel()] = p.reshape(-1)
            at += p.numel()
        self.barrier.wait()
        mean = self.weights.mean(0)
        self.barrier.wait()
        at = 0
        for p in parameters:
            p.copy_(mean[at : at + p.numel()].reshape(p.shape))
            at += p.numel()
