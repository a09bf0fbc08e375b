"""Spoil a file as bytes, whatever it is."""

from fuzz.tokens import PIECES

MOST = 400


def flip(data, dice):
    """Change single bits."""
    made = bytearray(data)
    for _ in range(1 + dice.below(4)):
        if made:
            made[dice.below(len(made))] ^= 1 << dice.below(8)
    return bytes(made)


def truncate(data, dice):
    return data[: dice.below(len(data))]


def cut_front(data, dice):
    return data[dice.below(min(len(data), MOST)) :]


def delete(data, dice):
    start, stop = dice.span(len(data), MOST)
    return data[:start] + data[stop:]


def repeat(data, dice):
    """Duplicate a stretch, here or elsewhere."""
    start, stop = dice.span(len(data), MOST)
    at = stop if dice.chance(0.5) else dice.below(len(data))
    return data[:at] + data[start:stop] * (1 + dice.below(3)) + data[at:]


def insert(data, dice):
    at = dice.below(len(data) + 1)
    return data[:at] + dice.one_of(PIECES) + data[at:]


def overwrite(data, dice):
    start, stop = dice.span(len(data), 40)
    return data[:start] + dice.one_of(PIECES)[: stop - start] + data[stop:]


def noise(data, dice):
    start, stop = dice.span(len(data), 20)
    return data[:start] + bytes(dice.below(256) for _ in range(stop - start)) + data[stop:]


def pad(data, dice):
    """Append what a crash leaves: zeros, or the beginning once more."""
    return data + (b"\x00" * (1 + dice.below(600)) if dice.chance(0.5) else data[:MOST])


def swap(data, dice):
    start, stop = dice.span(len(data), MOST)
    later, end = dice.span(len(data), MOST)
    if stop > later:
        return data
    return data[:start] + data[later:end] + data[stop:later] + data[start:stop] + data[end:]


BYTES = (flip, truncate, cut_front, delete, repeat, insert, overwrite, noise, pad, swap)
