"""A few processes that share the gradient of one step, on one machine without a GPU."""
import torch
import torch.multiprocessing as mp


class Team:
    """What the workers of a run share. A step is cut into parts; whoever is free takes the next, so that a worker on a busy
    core holds the others up by one part at most."""

    def __init__(self, workers, parameters):
        self.workers = workers
        self.size = sum(p.numel() for p in parameters)
        self.gradients = torch.zeros(2, workers, self.size).share_memory_()
        self.statistics = torch.zeros(2, workers, 16).share_memory_()
        context = mp.get_context("spawn")
        self.taken = context.Array("l", 2)
        self.barrier = context.Barrier(workers)

    def parts(self, step, count):
        """The parts of a step that fall to the caller."""
        while True:
            with self.taken.get_lock():
                part = self.taken[step % 2]
                self.taken[step % 2] += 1
            if part >= count:
                return
            yield part

    def meet(self, step, rank, parameters, count, statistics):
        """Waits for everyone, then leaves the mean gradient of the step in `parameters`; gives the mean statistics.

        Two buffers take turns: nobody can be two steps ahead, so the one in use is never overwritten.
        """
        turn = step % 2
        mine = self.gradients[turn, rank]
        at = 0
        for p in parameters:
            part = mine[at : at + p.numel()]
            part.copy_(p.grad.reshape(-1)) if p.grad is not None else part.zero_()
            at += p.numel()
        self.statistics[turn, rank, : len(statistics)] = statistics
        self.barrier.wait()
        if rank == 0:
            self.taken[1 - turn] = 0
        mean = self.gradients[turn].sum(0) / count
        at = 0
        for p in parameters:
            p.grad = mean[at : at + p.numel()].reshape(p.shape)
            at += p.numel()
        self.barrier.wait()
        return (self.statistics[turn].sum(0) / count)[: len(statistics)].tolist()
