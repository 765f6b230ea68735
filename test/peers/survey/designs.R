# Designs without and with lonely clusters and certainty, each beside its declaration. `made` is the design in R.

stage <- function(unit, strata = NULL, fpc = NULL) c(list(unit = unit), if (length(strata)) list(strata = as.list(strata)), if (length(fpc)) list(fpc = fpc))
figure <- function(kind, of, ...) c(list(kind = kind, of = of), list(...))
# Groupings of domains; the whole stands first.
by <- function(...) c(list(list()), lapply(list(...), as.list))

school_figures <- list(
  figure("mean", "api00"), figure("total", "enroll"), figure("proportion", "stype", is = "H"), figure("proportion", "wide"),
  figure("ratio", "api.stu", to = "enroll"), figure("mean", "acs.k3"), figure("quantile", "api00", at = .5), figure("quantile", "ell", at = .25)
)
village_figures <- list(
  figure("mean", "income"), figure("total", "income"), figure("proportion", "asked"), figure("proportion", "served", is = "4"),
  figure("ratio", "spent", to = "income"), figure("quantile", "income", at = .5), figure("proportion", "rare"), figure("total", "asked")
)

linear_cases <- function(data) {
  cases <- list()
  add <- function(name, of, json, made, request, lonely = NULL) {
    options(survey.lonely.psu = if (is.null(lonely)) "fail" else lonely)
    if (!is.null(lonely)) json$lonely <- lonely
    cases[[length(cases) + 1]] <<- list(name = name, data = of, design = json, request = request, rows = request_rows(made, request))
  }
  ask <- function(of, by = list(list()), ...) list(of = of, by = by, ...)
  schools <- ask(school_figures, by("stype", c("stype", "awards")))

  srs <- list(stages = list(stage("snum", fpc = "fpc")), weight = "pw")
  add("simple random, finite population", "apisrs", srs, svydesign(~snum, weights = ~pw, fpc = ~fpc, data = data$apisrs), schools)
  add("simple random, every respondent a unit", "apisrs", list(stages = list(stage(NULL)), weight = "pw"), svydesign(~1, weights = ~pw, data = data$apisrs), schools)
  add("simple random, the weight from the population", "apisrs", list(stages = list(stage(NULL, fpc = "fpc")), weight = NULL), svydesign(~1, fpc = ~fpc, data = data$apisrs), schools)

  strat <- function(...) svydesign(~1, strata = ~stype, data = data$apistrat, ...)
  strat_json <- function(...) list(stages = list(stage(NULL, "stype", ...)), weight = "pw")
  awards <- ask(school_figures, by("awards", c("stype", "awards")))
  add("stratified, finite population", "apistrat", strat_json(fpc = "fpc"), strat(weights = ~pw, fpc = ~fpc), awards)
  add("stratified, share drawn", "apistrat", strat_json(fpc = "share"), strat(weights = ~pw, fpc = ~share), awards)
  add("stratified, no finite population", "apistrat", strat_json(), strat(weights = ~pw), awards)
  add("stratified, the weight from the population", "apistrat", list(stages = list(stage(NULL, "stype", fpc = "fpc")), weight = NULL), strat(fpc = ~fpc), awards)
  for (kind in c("mean", "beta", "wilson"))
    add(paste("stratified, intervals by", kind, "at 90 %"), "apistrat", strat_json(fpc = "fpc"), strat(weights = ~pw, fpc = ~fpc),
      ask(list(figure("proportion", "wide"), figure("proportion", "award"), figure("proportion", "stype", is = "M")), by("stype", "sch.wide"), interval = kind, level = .9))

  one <- function(...) svydesign(~dnum, weights = ~pw, data = data$apiclus1, ...)
  add("clusters, finite population", "apiclus1", list(stages = list(stage("dnum", fpc = "fpc")), weight = "pw"), one(fpc = ~fpc), schools)
  add("clusters, no finite population", "apiclus1", list(stages = list(stage("dnum")), weight = "pw"), one(), schools)
  two_json <- function(a = NULL, b = NULL, weight = "pw") list(stages = list(stage("dnum", fpc = a), stage("snum", fpc = b)), weight = weight)
  add("two stages, finite populations", "apiclus2", two_json("fpc1", "fpc2"), svydesign(~dnum + snum, fpc = ~fpc1 + fpc2, weights = ~pw, data = data$apiclus2), schools)
  add("two stages, weights from the populations", "apiclus2", two_json("fpc1", "fpc2", NULL), svydesign(~dnum + snum, fpc = ~fpc1 + fpc2, data = data$apiclus2), schools)
  add("two stages, no finite population", "apiclus2", two_json(), svydesign(~dnum + snum, weights = ~pw, data = data$apiclus2), schools)

  x <- ask(list(figure("mean", "x"), figure("total", "x")), by("stratid"))
  add("fpc: nested names, finite population", "fpc", list(stages = list(stage("psuid", "stratid", fpc = "Nh")), weight = "weight", nest = TRUE),
    svydesign(~psuid, strata = ~stratid, weights = ~weight, fpc = ~Nh, nest = TRUE, data = data$fpc), x)
  add("fpc: no finite population", "fpc", list(stages = list(stage("psuid", "stratid")), weight = "weight", nest = TRUE),
    svydesign(~psuid, strata = ~stratid, weights = ~weight, nest = TRUE, data = data$fpc), x)
  add("mu284: two stages", "mu284", list(stages = list(stage("id1", fpc = "n1"), stage("id2", fpc = "n2")), weight = NULL, nest = TRUE),
    svydesign(~id1 + id2, fpc = ~n1 + n2, data = data$mu284), ask(list(figure("mean", "y1"), figure("total", "y1"), figure("quantile", "y1", at = .5))))
  add("scd: stratified clusters", "scd", list(stages = list(stage("ambulance", "ESA")), weight = NULL, nest = TRUE),
    svydesign(~ambulance, strata = ~ESA, weights = ~1, nest = TRUE, data = data$scd), ask(list(figure("ratio", "alive", to = "arrests"), figure("total", "alive")), by("ESA")))
  add("hospital: unequal weights", "hospital", list(stages = list(stage("hospno", "oblevel")), weight = "weighta"),
    svydesign(~hospno, strata = ~oblevel, weights = ~weighta, data = data$hospital), ask(list(figure("total", "births"), figure("ratio", "births", to = "tothosp")), by("oblevel")))
  add("election: probability proportional to size, with replacement", "election", list(stages = list(stage(NULL)), weight = "wt"),
    svydesign(~1, probs = ~p, data = data$election), ask(list(figure("total", "Bush"), figure("ratio", "Bush", to = "votes"), figure("mean", "Kerry"))))
  add("nhanes: pairs of clusters in strata", "nhanes", list(stages = list(stage("SDMVPSU", "SDMVSTRA")), weight = "WTMEC2YR", nest = TRUE),
    svydesign(~SDMVPSU, strata = ~SDMVSTRA, weights = ~WTMEC2YR, nest = TRUE, data = data$nhanes),
    ask(list(figure("proportion", "HI_CHOL"), figure("total", "HI_CHOL"), figure("proportion", "race", is = "2")), by("race", "agecat", c("RIAGENDR", "agecat"))))

  groups <- by("region", "few", "alone", c("sex", "age"), "stratum")
  villages <- function(...) svydesign(weights = ~w, data = data$villages, nest = TRUE, ...)
  village <- function(fpc = NULL) stage("village", "stratum", fpc)
  shared <- list(weight = "w", nest = TRUE)
  for (lonely in c("certainty", "adjust", "average")) {
    add(paste("lonely clusters,", lonely), "villages", c(list(stages = list(village())), shared), villages(id = ~village, strata = ~stratum), ask(village_figures, groups), lonely)
    add(paste("lonely clusters, finite populations at two stages,", lonely), "villages",
      c(list(stages = list(village("villages_of"), stage("hamlet", fpc = "hamlets_of"))), shared),
      villages(id = ~village + hamlet, strata = ~stratum, fpc = ~villages_of + hamlets_of), ask(village_figures, by("region", "few")), lonely)
  }
  add("three stages, finite populations", "villages",
    c(list(stages = list(village("villages_of"), stage("hamlet", fpc = "hamlets_of"), stage("person", fpc = "people_of"))), shared),
    villages(id = ~village + hamlet + person, strata = ~stratum, fpc = ~villages_of + hamlets_of + people_of), ask(village_figures, by("region", c("sex", "age"))), "certainty")
  add("a domain named by its values", "villages", c(list(stages = list(village())), shared), villages(id = ~village, strata = ~stratum),
    ask(village_figures, by("sex"), only = list(region = list("Bắc", "Nam"), age = list("35–54"))), "adjust")
  for (kind in c("mean", "logit", "beta", "wilson"))
    add(paste("domains, intervals by", kind), "villages", c(list(stages = list(village())), shared), villages(id = ~village, strata = ~stratum),
      ask(list(figure("proportion", "asked"), figure("proportion", "served", is = "1"), figure("proportion", "rare")), by("stratum", "region", "unit"), interval = kind), "certainty")

  # Units taken with certainty: each is a stratum and the hamlets in it are its units.
  sure <- within(data$villages, {
    layer <- ifelse(sure == 1, paste("sure", unit), stratum)
    drawn <- ifelse(sure == 1, paste(unit, hamlet), unit)
    there_are <- ifelse(sure == 1, hamlets_of, villages_of)
    # Within a hamlet of a certain village everybody counts as one unit, so this stage adds nothing there.
    below <- paste(unit, hamlet)
    layer_below <- drawn
    there_are_below <- ifelse(sure == 1, 1, hamlets_of)
  })
  add("units taken with certainty", "villages", c(list(stages = list(village(), stage("hamlet")), certainty = "sure"), shared),
    svydesign(~drawn, strata = ~layer, weights = ~w, data = sure), ask(village_figures, groups), "certainty")
  add("units taken with certainty, finite populations", "villages",
    c(list(stages = list(village("villages_of"), stage("hamlet", fpc = "hamlets_of")), certainty = "sure"), shared),
    svydesign(~ drawn + below, strata = ~ layer + layer_below, weights = ~w, fpc = ~ there_are + there_are_below, data = sure), ask(village_figures, by("region", "few")), "certainty")
  add("shares drawn at two stages", "villages",
    c(list(stages = list(village("share_villages"), stage("hamlet", fpc = "share_hamlets"))), shared),
    svydesign(~ village + hamlet, strata = ~stratum, weights = ~w, fpc = ~ share_villages + share_hamlets, nest = TRUE, data = data$villages), ask(village_figures, by("region", "few")), "adjust")
  nobody <- by("few", c("region", "few"))
  add("domains where nobody answered", "villages", c(list(stages = list(village())), shared), villages(id = ~village, strata = ~stratum),
    ask(list(figure("mean", "rare"), figure("total", "rare"), figure("proportion", "rare"), figure("ratio", "spent", to = "rare"), figure("quantile", "rare", at = .5)), nobody), "certainty")
  add("crowd: alone in a stratum", "crowd", list(stages = list(stage("cluster", "stratum")), weight = "weight"),
    svydesign(~cluster, strata = ~stratum, weights = ~weight, data = data$crowd), ask(list(figure("ratio", "person", to = "rooms"), figure("mean", "rooms"))), "adjust")
  cases
}
