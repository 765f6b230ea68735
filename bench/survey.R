# The other side of bench/survey.ts: the same estimates by R's survey package.
#   Rscript bench/survey.R CSV FIGURES REPLICATES
# Columns of the CSV: tinh, huyen, weight and answers q…, each figure one call of `svyby`, since every question has its own
# base. FIGURES are written as question,tinh,estimate,se,low,high; the seconds of the estimates alone are printed, without
# those of starting R and reading the data. With REPLICATES above 0 that many bootstrap replicates are made and used.

suppressMessages(library(survey))
arguments <- commandArgs(TRUE)
data <- read.csv(arguments[1])
replicates <- as.integer(arguments[3])
questions <- grep("^q", names(data), value = TRUE)
df <- tapply(data$huyen, data$tinh, function(units) length(unique(units))) - 1
seconds <- system.time({
  design <- svydesign(~huyen, strata = ~tinh, weights = ~weight, data = data)
  if (replicates > 0) design <- as.svrepdesign(design, type = "subbootstrap", replicates = replicates)
  figures <- do.call(rbind, lapply(questions, function(question) {
    by <- svyby(as.formula(paste0("~", question)), ~tinh, design, svymean, na.rm = TRUE)
    half <- qt(.975, df[as.character(by$tinh)]) * SE(by)
    data.frame(question = question, tinh = by$tinh, estimate = coef(by), se = SE(by), low = coef(by) - half, high = coef(by) + half)
  }))
})[["elapsed"]]
figures[3:6] <- lapply(figures[3:6], function(x) sprintf("%.17g", x))
write.csv(figures, arguments[2], row.names = FALSE, quote = FALSE)
cat(seconds, "\n")
