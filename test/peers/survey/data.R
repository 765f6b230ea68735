# The data: well-known examples of the package, and two made samples with everything that makes designs hard.

load_data <- function() {
  here <- new.env()
  data(list = c("api", "scd", "fpc", "mu284", "hospital", "nhanes", "election", "crowd"), package = "survey", envir = here)
  schools <- c("snum", "dnum", "stype", "awards", "sch.wide", "comp.imp", "api00", "api99", "enroll", "api.stu", "meals",
    "ell", "emer", "mobility", "acs.k3", "pct.resp", "pw")
  flags <- function(data) within(data, { wide <- as.numeric(sch.wide == "Yes"); award <- as.numeric(awards == "Yes") })
  list(
    apistrat = within(flags(here$apistrat[c(schools, "fpc")]), { share <- c(E = 100 / 4421, H = 50 / 755, M = 50 / 1018)[as.character(stype)] }),
    apisrs = flags(here$apisrs[c(schools, "fpc")]),
    apiclus1 = flags(here$apiclus1[c(schools, "fpc")]),
    apiclus2 = flags(here$apiclus2[c(schools, "fpc1", "fpc2")]),
    scd = within(here$scd, {
      rep1 <- 2 * c(1, 0, 1, 0, 1, 0); rep2 <- 2 * c(1, 0, 0, 1, 0, 1)
      rep3 <- 2 * c(0, 1, 1, 0, 0, 1); rep4 <- 2 * c(0, 1, 0, 1, 1, 0)
      w <- 3 + 0 * arrests; whole1 <- w * rep1; whole2 <- w * rep2; whole3 <- w * rep3; whole4 <- w * rep4
    }),
    # Names that differ by case only ("nh", "Nh") are one name to a database.
    fpc = setNames(here$fpc, sub("^nh$", "drawn", names(here$fpc))),
    mu284 = here$mu284,
    hospital = here$hospital,
    nhanes = here$nhanes,
    election = within(here$election_pps[c("County", "Bush", "Kerry", "Nader", "votes", "p")], { wt <- 1 / p }),
    crowd = here$crowd,
    villages = make_villages(),
    pairs = add_replicates(make_pairs()),
    jackknifed = make_jackknifed(flags(here$apiclus1[c(schools, "fpc")]))
  )
}

# Twelve strata of 1 to 6 villages, hamlets in them, people in those; sizes of the populations at two stages; stratum s05
# taken whole, one village alone in s01 and s06; answers missing; domains that miss strata, and one of a single village.
make_villages <- function() {
  set.seed(20260105, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
  villages_in <- c(1, 2, 2, 3, 4, 1, 5, 2, 2, 3, 2, 6)
  villages_of <- c(9, 14, 8, 20, 4, 12, 31, 7, 10, 9, 16, 40)
  rows <- list()
  for (stratum in seq_along(villages_in)) for (village in seq_len(villages_in[stratum])) {
    level <- rnorm(1, 50 + 3 * stratum, 8)
    hamlets_of <- sample(4:9, 1)
    weight <- round(villages_of[stratum] / villages_in[stratum] * runif(1, .6, 1.9), 3)
    for (hamlet in seq_len(sample(2:4, 1))) {
      people_of <- sample(20:60, 1)
      people <- sample(2:5, 1)
      rows[[length(rows) + 1]] <- data.frame(
        stratum = sprintf("s%02d", stratum), village = village, hamlet = hamlet, person = seq_len(people),
        villages_of = villages_of[stratum], hamlets_of = hamlets_of, people_of = people_of,
        w = round(weight * runif(people, 2, 11), 4), level = level + rnorm(1, 0, 4)
      )
    }
  }
  data <- do.call(rbind, rows)
  n <- nrow(data)
  income <- round(data$level + rnorm(n, 0, 9), 2)
  data <- within(data[names(data) != "level"], {
    unit <- paste0(stratum, "v", village)
    spent <- round(.4 * income + rnorm(n, 0, 5), 2)
    asked <- rbinom(n, 1, plogis((income - 70) / 12))
    served <- sample(c("1", "2", "3", "4", "5"), n, TRUE, c(.08, .14, .3, .33, .15))
    sex <- sample(c("nam", "nữ"), n, TRUE)
    age <- sample(c("18–34", "35–54", "55+"), n, TRUE, c(.3, .45, .25))
    region <- c("Bắc", "Trung", "Nam")[1 + (as.integer(substr(stratum, 2, 3)) * 7) %% 3]
    alone <- ifelse(unit == "s07v3", 1, 0)
    few <- ifelse(stratum %in% c("s02", "s04", "s07") & village <= 2, "xa", "gần")
    answered <- rbinom(n, 1, .8)
    sure <- as.numeric(unit %in% c("s12v1", "s12v4", "s04v2"))
    villages_drawn <- ave(village, stratum, FUN = function(names) length(unique(names)))
    hamlets_drawn <- ave(hamlet, unit, FUN = function(names) length(unique(names)))
    share_villages <- villages_drawn / villages_of
    share_hamlets <- hamlets_drawn / hamlets_of
  })
  data$income <- income
  data$income[sample(n, 25)] <- NA
  data$spent[sample(n, 18)] <- NA
  data$asked[sample(n, 30)] <- NA
  data$served[data$few == "xa" & runif(n) < .5] <- NA
  data$rare <- ifelse(data$few == "xa", NA, data$asked)
  data
}

# Ten strata of two clusters each, for half samples.
make_pairs <- function() {
  set.seed(20260714, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
  data <- expand.grid(person = 1:7, cluster = 1:2, stratum = 1:10)[c("stratum", "cluster", "person")]
  n <- nrow(data)
  effect <- rnorm(20, 0, 6)[2 * data$stratum - 2 + data$cluster]
  within(data, {
    psu <- 100 * stratum + cluster
    y <- round(40 + 2 * stratum + effect + rnorm(n, 0, 7), 3)
    x <- round(.5 * y + rnorm(n, 10, 4), 3)
    yes <- rbinom(n, 1, plogis((y - 52) / 9))
    group <- sample(c("a", "b", "c"), n, TRUE)
    y[sample(n, 9)] <- NA
    w <- round(runif(n, 5, 30), 3)
  })
}

# Multipliers of the weight for each replicate, as columns: what is given to both must be the same.
multipliers <- function(prefix, replicated) {
  weights <- as.matrix(weights(replicated, "replication"))
  if (!replicated$combined.weights) setNames(as.data.frame(unclass(weights)), paste0(prefix, seq_len(ncol(weights)))) else stop("combined")
}
pairs_design <- function(data) svydesign(~psu, strata = ~stratum, weights = ~w, data = data)
add_replicates <- function(data) {
  design <- pairs_design(data)
  set.seed(7, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
  cbind(data, multipliers("jk", as.svrepdesign(design, type = "JKn")), multipliers("half", as.svrepdesign(design, type = "BRR")),
    multipliers("boot", as.svrepdesign(design, type = "subbootstrap", replicates = 40)))
}
make_jackknifed <- function(data) cbind(data, multipliers("jk", as.svrepdesign(svydesign(~dnum, weights = ~pw, data = data), type = "JK1")))
