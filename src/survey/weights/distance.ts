/**
 * How far new weights may be from old, as calibration sees it: the ratio g of new to old as a function of u = x'λ, its
 * slope, and the integral of g, whose sum is what is minimised (Deville & Särndal 1992, cases 1, 2, 6 and 7).
 */
export type Distance = {
  ratio: (u: number) => number;
  slope: (u: number) => number;
  integral: (u: number) => number;
};

type Bounds = readonly [number, number];

const unbounded: Bounds = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

/** g = 1 + u, cut off at the bounds. Without bounds this is the regression estimator. */
export function linearDistance([low, high]: Bounds = unbounded): Distance {
  return {
    ratio: (u) => Math.min(Math.max(1 + u, low), high),
    slope: (u) => (u > low - 1 && u < high - 1 ? 1 : 0),
    integral: (u) => {
      if (1 + u < low) return low * u + (low - 1) ** 2 / -2;
      if (1 + u > high) return high * u + (high - 1) ** 2 / -2;
      return u + u ** 2 / 2;
    },
  };
}

/** g = exp(u), cut off at the bounds: what raking converges to. */
export function rakingDistance([low, high]: Bounds = unbounded): Distance {
  const [from, to] = [low > 0 ? Math.log(low) : Number.NEGATIVE_INFINITY, Math.log(high)];
  return {
    ratio: (u) => (u < from ? low : u > to ? high : Math.exp(u)),
    slope: (u) => (u > from && u < to ? Math.exp(u) : 0),
    integral: (u) => {
      if (u < from) return low + low * (u - from);
      return u > to ? high + high * (u - to) : Math.exp(u);
    },
  };
}

/** g between bounds L < 1 < U, smoothly: (L(U−1) + U(1−L)e^{Au}) / (U−1 + (1−L)e^{Au}), A = (U−L)/((1−L)(U−1)). */
export function logitDistance([low, high]: Bounds): Distance {
  const steep = (high - low) / ((1 - low) * (high - 1));
  // The share of the way from low to high; written so that neither end overflows.
  const share = (u: number): number => 1 / (1 + ((high - 1) / (1 - low)) * Math.exp(-steep * u));
  return {
    ratio: (u) => low + (high - low) * share(u),
    slope: (u) => (high - low) * steep * share(u) * (1 - share(u)),
    integral: (u) => low * u + ((high - low) / steep) * softPlus(steep * u + Math.log((1 - low) / (high - 1))),
  };
}

/** log(1 + eˣ), without overflow. */
const softPlus = (x: number): number => (x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x)));
