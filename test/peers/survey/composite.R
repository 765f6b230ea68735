# Indices on microdata by hand: each indicator has its own base, its linearised values are w(y - mean)/sum(w) there and 0
# elsewhere, those of an index the weighted sum of its indicators'; the variance is that of their total in the whole
# design. Prints expected/composite.csv:  Rscript composite.R > expected/composite.csv
suppressMessages(library(survey))
options(survey.lonely.psu = "fail", digits = 17)
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
read <- function(name) read.csv(file.path(here, "../../../samples/survey", name), fileEncoding = "UTF-8", check.names = FALSE)

# An indicator in a domain: its mean, and each person's part in it.
leaf <- function(y, w, domain) {
  base <- domain & !is.na(y)
  mean <- sum(w[base] * y[base]) / sum(w[base])
  list(value = mean, scores = ifelse(base, (y - mean) / sum(w[base]), 0))
}
join <- function(parts, weights, constant = 0)
  list(value = constant + sum(weights * sapply(parts, `[[`, "value")), scores = Reduce(`+`, Map(function(part, k) k * part$scores, parts, weights)))
means <- function(parts) join(parts, rep(1 / length(parts), length(parts)))
told <- function(index, code, group, figure, design) {
  design$variables$.z <- figure$scores
  cat(sprintf("%s,%s,%s,%.17g,%.17g\n", index, code, group, figure$value, as.numeric(SE(svytotal(~.z, design)))))
}

cat("index,code,group,estimate,se\n")

people <- read("sipas.csv")
statements <- grep("^nd_", names(people), value = TRUE)
design <- svydesign(~xa, strata = ~nhom, weights = ~quyen_so, data = people)
factor_of <- sub("^nd_([0-9]+)_.*", "\\1", statements)
for (group in c("", unique(people$nhom))) {
  domain <- if (group == "") rep(TRUE, nrow(people)) else people$nhom == group
  for (method in c("hai-long", "diem")) {
    answers <- lapply(people[statements], function(y) {
      y[y == 9] <- NA
      if (method == "hai-long") 100 * (y >= 4) else 100 * y / 5
    })
    parts <- lapply(answers, leaf, people$quyen_so, domain)
    factors <- lapply(unique(factor_of), function(one) means(parts[factor_of == one]))
    for (i in seq_along(factors)) told(method, unique(factor_of)[i], group, factors[[i]], design)
    told(method, "total", group, means(factors), design)
  }
}

people <- read("minh-ha.csv")
design <- svydesign(~xa, strata = ~khu_vuc, weights = ~quyen_so, data = people)
for (group in c("", unique(people$khu_vuc))) {
  domain <- if (group == "") rep(TRUE, nrow(people)) else people$khu_vuc == group
  scaled <- function(column, min = 0, max = 1) {
    y <- people[[column]]
    y[y %in% c(88, 99)] <- NA
    leaf((y - min) / (max - min), people$quyen_so, domain)
  }
  part <- function(...) { inner <- means(list(...)); join(list(inner), 2.25, 0.25) }
  first <- list(
    part(scaled("q001"), scaled("q029", 1, 4)), part(scaled("q002", 1, 4)),
    part(scaled("q003", 1, 5), scaled("q030")), part(scaled("q004"))
  )
  for (i in 1:4) told("thang-10", paste0("1.", i), group, first[[i]], design)
  told("thang-10", "1", group, join(first, rep(1, 4)), design)
}
