"""A plain run makes a poster for every two values; the full matrix runs when it is asked for: pytest -m slow."""


def pytest_collection_modifyitems(config, items):
    """Leave the slow tests out unless a choice of marks was made."""
    if config.option.markexpr:
        return
    slow = [item for item in items if item.get_closest_marker("slow")]
    if slow:
        config.hook.pytest_deselected(items=slow)
        items[:] = [item for item in items if not item.get_closest_marker("slow")]
