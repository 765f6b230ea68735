# What the package gives for each figure asked, one variable at a time: every figure has its own base.

answers <- function(design, statistic) {
  data <- design$variables
  y <- data[[statistic$of]]
  if (!is.null(statistic$is)) y <- ifelse(is.na(y), NA, as.numeric(as.character(y) == statistic$is))
  x <- if (statistic$kind == "ratio") data[[statistic$to]] else 0 * y
  list(y = as.numeric(y), x = as.numeric(x), there = !is.na(y) & !is.na(x))
}

counted <- function(design) if (inherits(design, "svyrep.design")) rep(TRUE, nrow(design$variables)) else is.finite(design$prob)
clusters <- function(design) if (inherits(design, "svyrep.design")) design$variables$.psu else design$cluster[[1]]

# Means, totals, ratios: estimate, standard error, design effect against simple random sampling without replacement.
smooth_figure <- function(design, kind) {
  design_effect <- function(work) tryCatch(as.numeric(survey::deff(work)), error = function(e) NULL)
  if (kind == "ratio") {
    figure <- svyratio(~.y, ~.x, design)
    out <- list(estimate = as.numeric(coef(figure)), se = as.numeric(SE(figure)))
    with_deff <- tryCatch(svyratio(~.y, ~.x, design, deff = TRUE), error = function(e) NULL)
  } else {
    of <- if (kind == "total") svytotal else svymean
    figure <- of(~.y, design)
    out <- list(estimate = as.numeric(coef(figure)), se = as.numeric(SE(figure)))
    with_deff <- tryCatch(suppressWarnings(of(~.y, design, deff = TRUE)), error = function(e) NULL)
  }
  # What is left of a standard error of nothing is rounding, and its design effect is noise.
  if (is.finite(out$se) && out$se <= 1e-12 * abs(out$estimate)) return(list(estimate = out$estimate, se = 0))
  effect <- if (is.null(with_deff)) NULL else design_effect(with_deff)
  if (!is.null(effect) && length(effect) == 1 && is.finite(effect)) out$deff <- effect
  out
}

# The rule "math" is the smallest value that at least the share p of the weight is at or below. Below the share of the first
# respondent 4.1-1 answers the second smallest (`qs` starts at 1); there the rule is followed as it is defined.
at_least <- function(x, w, p) {
  x <- x[w > 0]; w <- w[w > 0]
  order <- order(x)
  x[order][which(cumsum(w[order]) / sum(w) >= p - 1e-12)[1]]
}
quantile_figure <- function(design, at, alpha, df) {
  by_rule <- function(rule) suppressWarnings(svyquantile(~.y, design, at, alpha = alpha, df = df, qrule = rule))$.y[1, ]
  given <- by_rule("math")
  figure <- by_rule(at_least)
  least <- min(design$variables$.y[counted(design)])
  same <- mapply(identical, as.numeric(given)[1:3], as.numeric(figure)[1:3])
  if (any(!same & as.numeric(figure)[1:3] != least)) stop("svyquantile gives something else")
  list(estimate = figure[[1]], low = figure[[2]], high = figure[[3]], se = figure[[4]])
}

# `svyciprop` by its formulas, so that they can be had for calibrated designs too (where nrow(design) is the whole
# sample); where the function itself applies, it must agree.
proportion_ends <- function(figure, kind, level, df, n, design) {
  p <- figure$estimate; se <- figure$se
  # Shares of weights do not add up to 1 to the last digit.
  if (min(p, 1 - p) < 1e-12) { p <- round(p); se <- 0 }
  t <- suppressWarnings(qt((1 + level) / 2, df))
  edge <- p == 0 || p == 1
  size <- if (edge) n else p * (1 - p) / se^2
  if (!(df > 0)) return(c(NA, NA))
  if (kind == "mean") return(p + c(-1, 1) * t * se)
  if (se == 0 && !edge) return(c(p, p))
  if (kind == "wilson") {
    middle <- (p + t^2 / (2 * size)) / (1 + t^2 / size)
    half <- t / (1 + t^2 / size) * sqrt(p * (1 - p) / size + t^2 / (4 * size^2))
    return(c(max(0, middle - half), min(1, middle + half)))
  }
  if (kind == "logit" && !edge) {
    ends <- plogis(qlogis(p) + c(-1, 1) * t * se / (p * (1 - p)))
    checked(ends, design, "logit", level, df)
    return(ends)
  }
  if (!(n > 1)) return(c(NA, NA))
  size <- size * (qt((1 - level) / 2, n - 1) / qt((1 - level) / 2, df))^2
  ends <- c(qbeta((1 - level) / 2, size * p, size * (1 - p) + 1), qbeta((1 + level) / 2, size * p + 1, size * (1 - p)))
  if (!edge && nrow(design) == n && degf(design) == df) checked(ends, design, "beta", level, df)
  ends
}

# With one degree of freedom svyciprop sends t through the normal's tail and comes to 0…1; its iteration stops at 1e-8.
checked <- function(ends, design, method, level, df) {
  if (inherits(design, "svyrep.design") || df < 2) return(invisible())
  given <- suppressWarnings(as.numeric(attr(svyciprop(~.y, design, method = method, level = level, df = df), "ci")))
  if (max(abs(given - ends)) > 1e-5) stop("svyciprop gives something else: ", method, " ", paste(given, ends))
}

figure_row <- function(whole, statistic, request) {
  level <- if (is.null(request$level)) .95 else request$level
  base <- answers(whole, statistic)
  design <- whole[base$there & counted(whole), ]
  empty <- list(estimate = NA, se = NA, low = NA, high = NA, n = 0)
  if (!any(base$there & counted(whole))) return(empty)
  base <- answers(design, statistic)
  design$variables$.y <- ifelse(is.na(base$y), 0, base$y)
  design$variables$.x <- ifelse(is.na(base$x), 1, base$x)
  n <- sum(counted(design))
  # Degrees of freedom are those of the base: the domain's respondents with an answer.
  df <- degf(design)
  more <- list(df = df, n = n, psus = length(unique(clusters(design)[counted(design)])))
  if (statistic$kind == "quantile") {
    return(c(quantile_figure(design, statistic$at, 1 - level, df), more))
  }
  kind <- if (statistic$kind == "proportion") "mean" else statistic$kind
  figure <- smooth_figure(design, kind)
  ends <- if (statistic$kind == "proportion") {
    proportion_ends(figure, if (is.null(request$interval)) "logit" else request$interval, level, df, n, design)
  } else if (df > 0) figure$estimate + c(-1, 1) * qt((1 + level) / 2, df) * figure$se else c(NA, NA)
  c(figure, list(low = ends[1], high = ends[2]), more)
}

# All rows of a request: for each grouping its domains, for each the figures in their order.
request_rows <- function(design, request) {
  groupings <- if (length(request$by)) request$by else list(character())
  data <- design$variables
  only <- rep(TRUE, nrow(data))
  for (column in names(request$only)) only <- only & data[[column]] %in% unlist(request$only[[column]])
  rows <- list()
  for (grouping in groupings) {
    keys <- as.character(unlist(grouping))
    domains <- if (length(keys)) unique(data[only, keys, drop = FALSE]) else data.frame(row.names = 1)
    if (length(keys)) domains <- domains[complete.cases(domains), , drop = FALSE]
    for (i in seq_len(nrow(domains))) {
      member <- only
      for (key in keys) member <- member & data[[key]] %in% domains[i, key]
      by <- if (length(keys)) lapply(setNames(keys, keys), function(key) if (is.factor(domains[[key]])) as.character(domains[i, key]) else domains[i, key]) else object()
      part <- if (all(member)) design else design[member, ]
      for (k in seq_along(request$of)) rows[[length(rows) + 1]] <- c(list(of = k - 1, by = by), figure_row(part, request$of[[k]], request))
    }
  }
  rows
}
