#!/usr/bin/env python3
# test-facet-counts.py: the counts of the filter pane are those of a plain loop over the file
#
# SPDX-License-Identifier: GPL-3.0-or-later
import collections
import os
import subprocess

import tap
from plain import EVENTS, FACETS, PATH, constrain
from tap import same, test


def told(queries):
    """For each query how many events match, and the counts of each facet."""
    done = subprocess.run([os.environ["ENT_PRINT_COUNTS"], PATH], input="".join(query + "\n" for query in queries),
                          check=True, capture_output=True, text=True)
    counts = collections.defaultdict(dict)
    for line in done.stdout.splitlines():
        facet, *rest = line.split("\t")
        if rest:
            counts[facet][rest[0]] = int(rest[1])
        else:
            yield int(facet), {name: counts[name] for name in FACETS}
            counts = collections.defaultdict(dict)


def beside(facet, constraints):
    """The conditions that a facet's counts follow: all but its own, unless several of its values must be there at once."""
    own = [constraint for constraint in constraints if constraint.field == facet and not constraint.negated]
    n_terms = sum(len(constraint.values) if constraint.all else 1 for constraint in own)
    if n_terms > 1 and len(set().union(*(constraint.values for constraint in own))) > 1:
        return constraints
    return [constraint for constraint in constraints if constraint.field != facet]


def matching(constraints):
    return [event for event in EVENTS if all(constraint.meets(event) for constraint in constraints)]


def count(facet, constraints):
    return dict(collections.Counter(value for event in matching(beside(facet, constraints))
                                    for value in FACETS[facet](event)))


@test("three random constraints, of 50 seeds, are counted the same in every facet")
def _():
    cases = [[]] + [constrain(seed) for seed in range(50)]
    queries = [" ".join(constraint.query for constraint in case) for case in cases]
    for case, query, (n_matching, counts) in zip(cases, queries, told(queries), strict=True):
        same(n_matching, len(matching(case)), query)
        same(counts, {facet: count(facet, case) for facet in FACETS}, query)


tap.run()
