from __future__ import annotations

import itertools
import math

import numpy as np
import shapely

from geo.symbol_sizes import shared_areas


def test_shared_areas_are_those_of_circles() -> None:
    for one, other, distance in itertools.product((1.0, 3.0), (1.0, 2.0), (0.0, 0.5, 1.5, 2.5, 4.0, 6.0)):
        drawn = shapely.Point(0, 0).buffer(one, 256).intersection(shapely.Point(distance, 0).buffer(other, 256)).area
        area = shared_areas(np.array([one]), np.array([other]), np.array([distance]))[0]
        assert math.isclose(area, drawn, abs_tol=0.01)
