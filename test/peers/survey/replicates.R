# Replicate weights: those that came with the data, given to both; and those that a method makes.

replicate_cases <- function(data) {
  options(survey.lonely.psu = "fail")
  cases <- list()
  add <- function(name, of, json, made, request, method = "supplied") {
    request$method <- list(kind = method)
    made$variables$.psu <- if (of == "pairs") made$variables$psu else if (of == "scd") made$variables$ambulance + 10 * made$variables$ESA else made$variables$dnum
    cases[[length(cases) + 1]] <<- list(name = name, data = of, design = json, request = request, rows = request_rows(made, request))
  }
  ask <- function(of, by = list(list()), ...) list(of = of, by = by, ...)
  supplied <- function(columns, combined, scale, rscales = NULL, mse = FALSE)
    c(list(columns = as.list(columns), combined = combined, scale = scale, mse = mse), if (!is.null(rscales)) list(rscales = as.list(rscales)))

  rescue <- ask(list(figure("ratio", "alive", to = "arrests"), figure("total", "alive"), figure("mean", "arrests")), by("ESA"))
  scd_json <- function(...) list(stages = list(stage("ambulance", "ESA")), weight = NULL, nest = TRUE, replicates = supplied(...))
  for (mse in c(FALSE, TRUE)) {
    add(paste("scd: balanced half samples, multipliers", if (mse) "about the estimate" else "about their mean"), "scd", scd_json(paste0("rep", 1:4), FALSE, 1 / 4, mse = mse),
      svrepdesign(data = data$scd, type = "BRR", repweights = data$scd[paste0("rep", 1:4)], weights = ~I(1 + 0 * arrests), combined.weights = FALSE, mse = mse), rescue)
    json <- scd_json(paste0("whole", 1:4), TRUE, 1 / 4, mse = mse)
    json$weight <- "w"
    add(paste("scd: balanced half samples, whole weights", if (mse) "about the estimate" else "about their mean"), "scd", json,
      svrepdesign(data = data$scd, type = "BRR", repweights = data$scd[paste0("whole", 1:4)], weights = ~w, combined.weights = TRUE, mse = mse), rescue)
  }

  design <- pairs_design(data$pairs)
  figures <- ask(list(figure("mean", "y"), figure("total", "y"), figure("proportion", "yes"), figure("ratio", "y", to = "x"), figure("quantile", "y", at = .5)), by("group", "stratum"))
  pairs_json <- function(...) list(stages = list(stage("psu", "stratum")), weight = "w", replicates = supplied(...))
  given <- function(columns, type, ...) svrepdesign(data = data$pairs, repweights = data$pairs[columns], weights = ~w, combined.weights = FALSE, type = "other", ...)
  jk <- paste0("jk", 1:20); boot <- paste0("boot", 1:40)
  half <- intersect(paste0("half", 1:64), names(data$pairs))
  add("pairs: jackknife, scale of each replicate", "pairs", pairs_json(jk, FALSE, 1, rep(.5, 20)), given(jk, scale = 1, rscales = rep(.5, 20)), figures)
  add("pairs: half samples about the estimate", "pairs", pairs_json(half, FALSE, 1 / length(half), mse = TRUE), given(half, scale = 1 / length(half), rscales = rep(1, length(half)), mse = TRUE), figures)
  add("pairs: bootstrap", "pairs", pairs_json(boot, FALSE, 1 / 39), given(boot, scale = 1 / 39, rscales = rep(1, 40)), figures)
  add("pairs: bootstrap about the estimate, uneven scales", "pairs", pairs_json(boot, FALSE, 1 / 39, c(rep(1, 30), rep(.5, 10)), TRUE), given(boot, scale = 1 / 39, rscales = c(rep(1, 30), rep(.5, 10)), mse = TRUE), figures)
  for (kind in c("beta", "wilson", "mean")) add(paste("pairs: bootstrap, intervals by", kind), "pairs", pairs_json(boot, FALSE, 1 / 39), given(boot, scale = 1 / 39, rscales = rep(1, 40)),
    ask(list(figure("proportion", "yes")), by("group"), interval = kind))

  schools <- ask(list(figure("mean", "api00"), figure("total", "enroll"), figure("proportion", "wide"), figure("ratio", "api.stu", to = "enroll")), by("stype", "awards"))
  jk1 <- paste0("jk", 1:15)
  one <- svydesign(~dnum, weights = ~pw, data = data$jackknifed)
  add("clusters: jackknife JK1 supplied", "jackknifed", list(stages = list(stage("dnum")), weight = "pw", replicates = supplied(jk1, FALSE, 14 / 15)),
    svrepdesign(data = data$jackknifed, repweights = data$jackknifed[jk1], weights = ~pw, combined.weights = FALSE, type = "other", scale = 14 / 15, rscales = rep(1, 15)), schools)

  # Made here and there by the same rule.
  add("clusters: jackknife made", "jackknifed", list(stages = list(stage("dnum")), weight = "pw"), as.svrepdesign(one, type = "JK1"), schools, "jackknife")
  fpc_one <- svydesign(~dnum, weights = ~pw, fpc = ~fpc, data = data$jackknifed)
  add("clusters: jackknife made, finite population", "jackknifed", list(stages = list(stage("dnum", fpc = "fpc")), weight = "pw"), as.svrepdesign(fpc_one, type = "JK1"), schools, "jackknife")
  add("pairs: jackknife made", "pairs", list(stages = list(stage("psu", "stratum")), weight = "w"), as.svrepdesign(design, type = "JKn"), figures, "jackknife")
  add("pairs: half samples made, totals", "pairs", list(stages = list(stage("psu", "stratum")), weight = "w"), as.svrepdesign(design, type = "BRR"),
    ask(list(figure("total", "y"), figure("total", "x")), by("group")), "brr")
  types <- c(E = 4421, H = 755, M = 1018)
  counts <- data.frame(stype = names(types), Freq = as.numeric(types))
  by_type <- list(columns = list("stype"), totals = as.list(types))
  replicated <- as.svrepdesign(one, type = "JK1")
  add("clusters: jackknife made, post-stratified in each replicate", "jackknifed", list(stages = list(stage("dnum")), weight = "pw", weights = list(list(step = "poststratify", margin = by_type))),
    postStratify(replicated, ~stype, counts), schools, "jackknife")
  add("clusters: jackknife made, calibrated in each replicate", "jackknifed",
    list(stages = list(stage("dnum")), weight = "pw", weights = list(list(step = "calibrate", distance = "linear", totals = list("(intercept)" = 6194, api99 = 3914069)))),
    calibrate(replicated, ~api99, c("(Intercept)" = 6194, api99 = 3914069)), schools, "jackknife")
  add("clusters: jackknife made, raked in each replicate", "jackknifed",
    list(stages = list(stage("dnum")), weight = "pw", weights = list(list(step = "rake", margins = list(by_type, list(columns = list("sch.wide"), totals = list(No = 1072, Yes = 5122)))))),
    rake(replicated, list(~stype, ~sch.wide), list(counts, data.frame(sch.wide = c("No", "Yes"), Freq = c(1072, 5122))), control = list(maxit = 2000, epsilon = 1e-12)), schools, "jackknife")
  cases
}
