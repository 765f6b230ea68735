# Weights moved to known totals: post-stratified, raked, calibrated; each step to convergence far below the tolerance.

tight <- list(maxit = 2000, epsilon = 1e-14)

weight_cases <- function(data) {
  options(survey.lonely.psu = "fail")
  cases <- list()
  add <- function(name, of, json, made, request) {
    cases[[length(cases) + 1]] <<- list(name = name, data = of, design = json, request = request, rows = request_rows(made, request))
  }
  ask <- function(of, by = list(list()), ...) list(of = of, by = by, ...)
  figures <- list(figure("mean", "api00"), figure("total", "enroll"), figure("proportion", "wide"), figure("ratio", "api.stu", to = "enroll"),
    figure("mean", "acs.k3"), figure("quantile", "api00", at = .5))
  schools <- ask(figures, by("stype", "awards"))
  one <- svydesign(~dnum, weights = ~pw, fpc = ~fpc, data = data$apiclus1)
  one_json <- function(...) list(stages = list(stage("dnum", fpc = "fpc")), weight = "pw", weights = list(...))
  strat <- svydesign(~1, strata = ~stype, weights = ~pw, fpc = ~fpc, data = data$apistrat)
  strat_json <- function(...) list(stages = list(stage(NULL, "stype", fpc = "fpc")), weight = "pw", weights = list(...))

  types <- c(E = 4421, H = 755, M = 1018)
  wide <- c(No = 1072, Yes = 5122)
  margin <- function(columns, totals) list(columns = as.list(columns), totals = as.list(totals))
  counts <- function(column, totals) setNames(data.frame(names(totals), as.numeric(totals)), c(column, "Freq"))
  both <- c("E × No" = 408, "E × Yes" = 4013, "H × No" = 342, "H × Yes" = 413, "M × No" = 322, "M × Yes" = 696)
  both_counts <- data.frame(stype = rep(c("E", "H", "M"), each = 2), sch.wide = rep(c("No", "Yes"), 3), Freq = as.numeric(both))

  add("post-stratified by one column", "apiclus1", one_json(list(step = "poststratify", margin = margin("stype", types))),
    postStratify(one, ~stype, counts("stype", types)), schools)
  add("post-stratified by two columns crossed", "apistrat", strat_json(list(step = "poststratify", margin = margin(c("stype", "sch.wide"), both))),
    postStratify(strat, ~ stype + sch.wide, both_counts), schools)
  raked <- function(design) rake(design, list(~stype, ~sch.wide), list(counts("stype", types), counts("sch.wide", wide)), control = list(maxit = 2000, epsilon = 1e-12))
  raking <- list(step = "rake", margins = list(margin("stype", types), margin("sch.wide", wide)))
  add("raked, clusters", "apiclus1", one_json(raking), raked(one), schools)
  add("raked, stratified", "apistrat", strat_json(raking), raked(strat), schools)

  size <- c("(Intercept)" = 6194, stypeH = 755, stypeM = 1018)
  with_score <- c(size, api99 = 3914069)
  step <- function(distance, totals, ...) c(list(step = "calibrate", distance = distance, totals = as.list(totals)), list(...))
  by_type <- list(margin("stype", types))
  add("calibrated, linear, a number and a margin", "apiclus1", one_json(step("linear", c(api99 = 3914069), margins = by_type)),
    calibrate(one, ~ stype + api99, with_score), schools)
  add("calibrated, linear, the size of the population beside its margin", "apistrat", strat_json(step("linear", c("(intercept)" = 6194, api99 = 3914069), margins = by_type)),
    calibrate(strat, ~ stype + api99, with_score), schools)
  add("calibrated, linear, numbers only", "apistrat", strat_json(step("linear", c("(intercept)" = 6194, api99 = 3914069, enroll = 3811472))),
    calibrate(strat, ~ api99 + enroll, c("(Intercept)" = 6194, api99 = 3914069, enroll = 3811472)), schools)
  for (distance in c("raking", "logit", "linear")) {
    bounds <- if (distance == "raking") NULL else c(.6, 1.8)
    more <- if (is.null(bounds)) list() else list(bounds = as.list(bounds))
    made <- function(design) do.call(calibrate, c(list(design, ~ stype + api99, with_score, calfun = distance, maxit = 500, epsilon = 1e-13), if (!is.null(bounds)) list(bounds = bounds)))
    add(paste("calibrated,", distance, if (is.null(bounds)) "" else "within bounds"), "apiclus1",
      one_json(do.call(step, c(list(distance, c(api99 = 3914069), margins = by_type), more))), made(one), schools)
    add(paste("calibrated, stratified,", distance), "apistrat", strat_json(do.call(step, c(list(distance, c(api99 = 3914069), margins = by_type), more))), made(strat), schools)
  }
  add("post-stratified, then calibrated", "apiclus1",
    one_json(list(step = "poststratify", margin = margin("stype", types)), step("linear", c("(intercept)" = 6194, api99 = 3914069))),
    calibrate(postStratify(one, ~stype, counts("stype", types)), ~api99, c("(Intercept)" = 6194, api99 = 3914069)), schools)

  villages <- svydesign(~ village + hamlet, strata = ~stratum, weights = ~w, fpc = ~ villages_of + hamlets_of, nest = TRUE, data = data$villages)
  ages <- c("18–34" = 5200, "35–54" = 7600, "55+" = 4300)
  options(survey.lonely.psu = "adjust")
  add("two stages, lonely clusters adjusted, post-stratified", "villages",
    list(stages = list(stage("village", "stratum", "villages_of"), stage("hamlet", fpc = "hamlets_of")), weight = "w", nest = TRUE, lonely = "adjust",
      weights = list(list(step = "poststratify", margin = margin("age", ages)))),
    postStratify(villages, ~age, counts("age", ages)), ask(village_figures, by("region", "few", "sex")))
  options(survey.lonely.psu = "fail")
  cases[[length(cases) + 1]] <- answered_case(data)
  cases
}

# Non-response in classes, by hand: the weight of all drawn in a class goes to those who answered, and who did not still
# says how many the class has. Linearised: a total is the sum of W·(mean of those who answered) over classes.
answered_case <- function(data) {
  options(survey.lonely.psu = "certainty")
  d <- data$villages
  d$class <- paste(d$region, d$sex)
  came <- d$answered == 1
  lift <- ave(d$w, d$class, FUN = sum) / ave(d$w * came, d$class, FUN = sum)
  plain <- svydesign(~village, strata = ~stratum, weights = ~w, nest = TRUE, data = d)
  spread <- function(u) {
    u <- ifelse(came, u, 0)
    centre <- ave(d$w * u, d$class, FUN = sum) / ave(d$w * came, d$class, FUN = sum)
    ifelse(came, lift * (u - centre), 0) + centre
  }
  rows <- list()
  groupings <- c(list(NULL), "region", "age")
  for (key in groupings) for (value in if (is.null(key)) NA else unique(d[[key]])) for (k in 1:3) {
    member <- came & (if (is.null(key)) TRUE else d[[key]] == value)
    y <- if (k == 3) d$asked else d$income
    there <- member & !is.na(y)
    y[!there] <- 0
    weight <- d$w * lift * there
    total <- sum(weight * y)
    size <- sum(weight)
    u <- if (k == 2) y * there else there * (y - total / size) / size
    se <- as.numeric(SE(svytotal(~u, update(plain, u = spread(u)))))
    part <- plain[there, ]
    estimate <- if (k == 2) total else total / size
    ends <- if (k == 3) plogis(qlogis(estimate) + c(-1, 1) * qt(.975, degf(part)) * se / (estimate * (1 - estimate))) else estimate + c(-1, 1) * qt(.975, degf(part)) * se
    rows[[length(rows) + 1]] <- list(of = k - 1, by = if (is.null(key)) object() else setNames(list(value), key), estimate = estimate, se = se,
      low = ends[1], high = ends[2], df = degf(part), n = sum(there), psus = length(unique(d$unit[there])))
  }
  options(survey.lonely.psu = "fail")
  list(name = "raised for non-response in classes (by hand)", data = "villages",
    design = list(stages = list(stage("village", "stratum")), weight = "w", nest = TRUE, lonely = "certainty",
      weights = list(list(step = "respond", responded = "answered", classes = list("region", "sex")))),
    request = list(of = list(figure("mean", "income"), figure("total", "income"), figure("proportion", "asked")), by = by("region", "age")), rows = rows)
}
