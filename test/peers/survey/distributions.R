# Quantiles and tails that src/survey/distribution.ts must give, over a wide grid:
#   Rscript test/peers/survey/distributions.R > test/peers/survey/distributions.csv
digits <- function(x) sprintf("%.17g", x)
row <- function(what, ...) cat(paste(c(what, digits(c(...))), collapse = ","), "\n", sep = "")

df <- c(0.5, 1, 2, 3, 5, 7.5, 20, 50, 207, 1000, 1e6, Inf)
share <- c(1e-8, 1e-4, .005, .025, .1, .3, .49, .5, .75, .95, .975, .995, .9995)
for (d in df) for (p in share) row("tQuantile", p, d, 0, if (p == .5) 0 else qt(p, d))
for (p in c(1e-12, share, 1 - 1e-6)) row("normalQuantile", p, 0, 0, qnorm(p))
for (z in c(-20, -8, -5, -3, -1.96, -.1, 0, 1, 1.96, 5)) row("normalCdf", z, 0, 0, pnorm(z))
for (d in df) for (t in c(0, .001, .5, 1.96, 3, 8, 40)) if (!(d > 1e5 && t > 10)) row("tTail", t, d, 0, 2 * pt(-t, d))
shape <- c(.01, .5, 1, 2.3, 10.7, 100, 345.6, 15000)
for (a in shape) for (b in shape) for (p in c(.005, .025, .1, .5, .95, .975, .995)) {
  quantile <- suppressWarnings(qbeta(p, a, b))
  # R says itself that it misses a few of the most skewed ones: leave those out.
  if (quantile > 1e-300 && abs(pbeta(quantile, a, b) - p) < 1e-9) row("betaQuantile", p, a, b, quantile)
}
for (a in c(1, 1.37, 2, 3.6, 11.2, 30)) for (b in c(1, 2.5, 8, 61.3, 207, 1e4, Inf)) for (x in c(0, .01, .7, 1, 2, 5, 30))
  row("fTail", x, a, b, pf(x, a, b, lower.tail = FALSE))
for (a in c(.5, 1, 1.7, 4, 9.3, 62, 300)) for (x in c(0, .001, .5, 2, 8, 30, 120, 500))
  row("chiSquareTail", x, a, 0, pchisq(x, a, lower.tail = FALSE))
