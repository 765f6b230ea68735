# Figures of several domains at once: what varies with what (and so every difference, contrast and composite), functions
# of them, and tests.

# One part: a mean, proportion, total or ratio of a domain. Each has its own base.
part <- function(kind, of, ..., by = list()) list(statistic = figure(kind, of, ...), by = by)

# Each part as totals over the whole sample, from which `svycontrast` makes any smooth function.
totals_of <- function(design, parts) {
  data <- design$variables
  for (k in seq_along(parts)) {
    member <- rep(TRUE, nrow(data))
    for (key in names(parts[[k]]$by)) member <- member & data[[key]] %in% parts[[k]]$by[[key]]
    base <- answers(design, parts[[k]]$statistic)
    there <- member & base$there
    ratio <- parts[[k]]$statistic$kind == "ratio"
    data[[paste0("top", k)]] <- ifelse(there, base$y, 0)
    data[[paste0("low", k)]] <- if (ratio) ifelse(there, base$x, 0) else as.numeric(there)
  }
  design$variables <- data
  svytotal(as.formula(paste("~", paste0("top", seq_along(parts), "+low", seq_along(parts), collapse = "+"))), design)
}
value_of <- function(parts) sapply(seq_along(parts), function(k) if (parts[[k]]$statistic$kind == "total") paste0("top", k) else paste0("(top", k, "/low", k, ")"))

joint_cases <- function(data) {
  options(survey.lonely.psu = "fail")
  cases <- list()
  add <- function(name, of, json, made, parts, functions = list()) {
    totals <- totals_of(made, parts)
    values <- value_of(parts)
    each <- svycontrast(totals, lapply(setNames(values, paste0("p", seq_along(values))), str2lang))
    rows <- lapply(names(functions), function(what) {
      text <- functions[[what]]
      for (k in rev(seq_along(values))) text <- gsub(paste0("p", k, "\\b"), values[k], text)
      of_all <- svycontrast(totals, list(f = str2lang(text)))
      list(what = what, estimate = as.numeric(coef(of_all)), se = as.numeric(SE(of_all)))
    })
    cases[[length(cases) + 1]] <<- list(name = name, data = of, design = json, parts = parts, functions = functions, estimates = as.numeric(coef(each)),
      covariance = lapply(seq_along(values), function(i) as.list(as.numeric(vcov(each)[i, ]))), rows = rows)
  }
  level <- function(stype) list(stype = stype)
  schools <- list(part("mean", "api00", by = level("E")), part("mean", "api00", by = level("H")), part("mean", "acs.k3", by = level("E")),
    part("proportion", "wide"), part("ratio", "api.stu", to = "enroll"), part("total", "enroll", by = level("M")), part("mean", "api99"))
  functions <- list(difference = "p1-p2", composite = "0.5*p1+0.3*p3+20*p4", product = "p3*p4", ratio = "p1/p7", logratio = "log(p1/p2)", sum = "p6*p5")
  add("stratified schools", "apistrat", list(stages = list(stage(NULL, "stype", fpc = "fpc")), weight = "pw"), svydesign(~1, strata = ~stype, weights = ~pw, fpc = ~fpc, data = data$apistrat), schools, functions)
  clusters <- svydesign(~dnum, weights = ~pw, fpc = ~fpc, data = data$apiclus1)
  clusters_json <- list(stages = list(stage("dnum", fpc = "fpc")), weight = "pw")
  add("clusters of schools", "apiclus1", clusters_json, clusters, schools, functions)
  types <- c(E = 4421, H = 755, M = 1018)
  moved <- clusters_json
  moved$weights <- list(list(step = "poststratify", margin = list(columns = list("stype"), totals = as.list(types))))
  add("clusters of schools, post-stratified", "apiclus1", moved, postStratify(clusters, ~stype, data.frame(stype = names(types), Freq = as.numeric(types))), schools, functions)
  raking <- clusters_json
  raking$weights <- list(list(step = "calibrate", distance = "raking", totals = list("(intercept)" = 6194, api99 = 3914069)))
  add("clusters of schools, calibrated", "apiclus1", raking, calibrate(clusters, ~api99, c("(Intercept)" = 6194, api99 = 3914069), calfun = "raking", epsilon = 1e-13, maxit = 500), schools, functions)
  add("two stages", "apiclus2", list(stages = list(stage("dnum", fpc = "fpc1"), stage("snum", fpc = "fpc2")), weight = "pw"),
    svydesign(~ dnum + snum, fpc = ~ fpc1 + fpc2, weights = ~pw, data = data$apiclus2), schools, functions)
  region <- function(name) list(region = name)
  villages <- list(part("mean", "income", by = region("Bắc")), part("mean", "income", by = region("Nam")), part("proportion", "served", is = "5", by = region("Bắc")),
    part("proportion", "asked"), part("mean", "spent"), part("total", "asked", by = list(few = "xa")), part("proportion", "rare"))
  options(survey.lonely.psu = "adjust")
  add("villages, lonely clusters adjusted", "villages",
    list(stages = list(stage("village", "stratum", "villages_of"), stage("hamlet", fpc = "hamlets_of")), weight = "w", nest = TRUE, lonely = "adjust"),
    svydesign(~ village + hamlet, strata = ~stratum, weights = ~w, fpc = ~ villages_of + hamlets_of, nest = TRUE, data = data$villages), villages,
    list(difference = "p1-p2", composite = "p1/20+3*p3+2*p4+p5/10+p7", product = "p3*p4", ratio = "p5/p1"))
  options(survey.lonely.psu = "fail")
  cases
}

# Association in a table: Rao and Scott's tests.
table_cases <- function(data) {
  options(survey.lonely.psu = "fail")
  cases <- list()
  add <- function(name, of, json, made, row, column) {
    # Who did not answer both is in no cell, and should not count in n or in the degrees of freedom either.
    made <- made[complete.cases(made$variables[c(row, column)]), ]
    both <- as.formula(paste("~", row, "+", column))
    F <- svychisq(both, made, statistic = "F")
    chisq <- svychisq(both, made, statistic = "Chisq")
    cases[[length(cases) + 1]] <<- list(name = name, data = of, design = json, row = row, column = column, F = as.numeric(F$statistic), ndf = F$parameter[[1]],
      ddf = F$parameter[[2]], p = as.numeric(F$p.value), chisq = as.numeric(chisq$statistic), df = as.numeric(chisq$parameter[[1]]), pChisq = as.numeric(chisq$p.value))
  }
  add("clusters: type and award", "apiclus1", list(stages = list(stage("dnum", fpc = "fpc")), weight = "pw"), svydesign(~dnum, weights = ~pw, fpc = ~fpc, data = data$apiclus1), "stype", "awards")
  add("stratified: targets of all and of groups", "apistrat", list(stages = list(stage(NULL, "stype", fpc = "fpc")), weight = "pw"), svydesign(~1, strata = ~stype, weights = ~pw, fpc = ~fpc, data = data$apistrat), "sch.wide", "comp.imp")
  add("nhanes: age and cholesterol, answers missing", "nhanes", list(stages = list(stage("SDMVPSU", "SDMVSTRA")), weight = "WTMEC2YR", nest = TRUE),
    svydesign(~SDMVPSU, strata = ~SDMVSTRA, weights = ~WTMEC2YR, nest = TRUE, data = data$nhanes), "agecat", "HI_CHOL")
  options(survey.lonely.psu = "adjust")
  add("villages: service and age, answers missing", "villages", list(stages = list(stage("village", "stratum")), weight = "w", nest = TRUE, lonely = "adjust"),
    svydesign(~village, strata = ~stratum, weights = ~w, nest = TRUE, data = data$villages), "served", "age")
  options(survey.lonely.psu = "fail")
  cases
}
