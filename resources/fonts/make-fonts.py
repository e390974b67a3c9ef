#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Make the two font families the suite ships, from the distribution's own Inter and JetBrains Mono.

Qt Quick 6.4 cannot switch OpenType features, so the wanted ones are baked in: tabular figures (tnum) into Inter,
the slashed zero into JetBrains Mono. Contextual alternates are dropped from both, because they would draw "0x4d" as
"0×4d" (Inter) and join signs to ligatures (JetBrains Mono), and an address must be read letter by letter.

Needs: pip install fonttools opentype-feature-freezer; Debian packages fonts-inter, fonts-jetbrains-mono.
Run:   make-fonts.py [output folder]
"""
import pathlib
import sys
import tempfile
from types import SimpleNamespace

from fontTools import subset
from fontTools.ttLib import TTFont
from opentype_feature_freezer import RemapByOTL

INTER = pathlib.Path("/usr/share/fonts/opentype/inter")
MONO = pathlib.Path("/usr/share/fonts/truetype/jetbrains-mono")
KEPT_FEATURES = ["kern", "ccmp", "locl", "mark", "mkmk"]

# Basic Latin, Latin-1, Latin Extended-A, ș ț, modifier letters and accents, Greek, Cyrillic, ẞ, punctuation,
# super- and subscripts, currency, letter-like, fractions, arrows, mathematics, boxes, ticks.
RANGES = [(0x20, 0x7E), (0xA0, 0x17F), (0x192, 0x192), (0x218, 0x21B), (0x2B9, 0x2DD), (0x300, 0x30C), (0x370, 0x3FF),
          (0x400, 0x45F), (0x490, 0x491), (0x1E9E, 0x1E9E), (0x2000, 0x206F), (0x2070, 0x2094), (0x20A0, 0x20BF),
          (0x2100, 0x2122), (0x2150, 0x215E), (0x2190, 0x2199), (0x21A9, 0x21AA), (0x2200, 0x2265), (0x25A0, 0x25CF),
          (0x2713, 0x2717), (0xFFFD, 0xFFFD)]

# Bold is the semi-bold again: Qt's styled text knows only <b>, which asks for 700, and would smear 600 to get there.
JOBS = [
    (INTER / "Inter-Regular.otf", "tnum", "AutoChain Inter", "Regular", 400),
    (INTER / "Inter-Medium.otf", "tnum", "AutoChain Inter", "Medium", 500),
    (INTER / "Inter-SemiBold.otf", "tnum", "AutoChain Inter", "SemiBold", 600),
    (INTER / "Inter-SemiBold.otf", "tnum", "AutoChain Inter", "Bold", 700),
    (MONO / "JetBrainsMono-Regular.ttf", "zero", "AutoChain Mono", "Regular", 400),
    (MONO / "JetBrainsMono-SemiBold.ttf", "zero", "AutoChain Mono", "SemiBold", 600),
    (MONO / "JetBrainsMono-SemiBold.ttf", "zero", "AutoChain Mono", "Bold", 700),
]


def freeze(source, feature, target):
    """Point cmap at the glyphs the feature would choose."""
    options = SimpleNamespace(inpath=str(source), outpath=str(target), features=feature, script=None, lang=None,
                              zapnames=False, rename=False, suffix=False, usesuffix="", replacenames="", info=False,
                              report=False, names=False, verbose=False)
    remap = RemapByOTL(options)
    remap.run()
    if not remap.success:
        raise SystemExit(f"{source}: feature {feature} could not be baked in")


def rename(font, family, style, weight):
    """Give the font its own family, so it never mixes with an installed Inter or JetBrains Mono."""
    full = f"{family} {style}"
    postscript = f"{family.replace(' ', '')}-{style}"
    plain = style == "Regular"
    names = {1: family if plain else full, 2: "Regular", 3: f"AutoChain;{postscript}", 4: full, 6: postscript,
             16: family, 17: style}
    table = font["name"]
    for gone in (18, 21, 22, 25):
        table.removeNames(nameID=gone)
    for number, text in names.items():
        table.removeNames(nameID=number)
        table.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames[0] = postscript
        top = cff.topDictIndex[0]
        top.FamilyName, top.FullName = family, full


def level_figures(font):
    """Interpolated masters leave a figure a unit or two narrower than the others: give all the widest one's advance."""
    cmap, metrics = font.getBestCmap(), font["hmtx"]
    figures = [cmap[ord(d)] for d in "0123456789"]
    widest = max(metrics[glyph][0] for glyph in figures)
    for glyph in figures:
        advance, bearing = metrics[glyph]
        if widest - advance > 4:
            raise SystemExit("figures are not tabular; was the feature baked in?")
        metrics[glyph] = (widest, bearing)


def cut(path):
    options = subset.Options()
    options.layout_features = KEPT_FEATURES
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.hinting = False
    options.desubroutinize = False
    font = subset.load_font(str(path), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[c for first, last in RANGES for c in range(first, last + 1)])
    subsetter.subset(font)
    return font


def main():
    out = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent)
    with tempfile.TemporaryDirectory() as scratch:
        for source, feature, family, style, weight in JOBS:
            frozen = pathlib.Path(scratch) / source.name
            freeze(source, feature, frozen)
            font = cut(frozen)
            rename(font, family, style, weight)
            level_figures(font)
            font["head"].modified = font["head"].created  # the same bytes on every run
            target = out / f"{family.replace(' ', '')}-{style}{source.suffix}"
            font.recalcTimestamp = False
            font.save(str(target))
            print(f"{target.name}  {target.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
