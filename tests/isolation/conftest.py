"""Fences for tests: real processes, small limits."""

import fence_jobs
import pytest

from app.isolation import Fence, WorkerLimits


@pytest.fixture
def make_fence():
    """A function that makes a fence, closed after the test."""
    fences = []

    def make(*, limits=None, **options):
        fence = Fence(
            packages=("fence_jobs",),
            refusals=(fence_jobs.Refusal, fence_jobs.KeywordRefusal),
            modules=("fence_jobs",),
            limits=WorkerLimits(memory_bytes=512 << 20, **limits) if limits else WorkerLimits(memory_bytes=512 << 20),
            **options,
        )
        fences.append(fence)
        return fence

    yield make
    for fence in fences:
        fence.close()


@pytest.fixture
def fence(make_fence):
    """Two workers."""
    return make_fence(workers=2)
