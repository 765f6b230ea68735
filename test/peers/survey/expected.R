# The figures that R's survey package gives for test/peers/survey-parity.test.ts, and the data they are of:
#   Rscript test/peers/survey/expected.R [FOLDER]
# writes data/*.csv and expected/*.json into the folder, this one when none is named.

if (!requireNamespace("survey", quietly = TRUE)) {
  cat("skipped: R has no package survey here\n")
  quit(status = 0)
}
suppressMessages(library(survey))
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
for (part in c("writing", "data", "rows", "designs", "weights", "replicates", "joint")) {
  source(file.path(here, paste0(part, ".R")), encoding = "UTF-8")
}
options(survey.lonely.psu = "fail", survey.adjust.domain.lonely = FALSE, digits = 17)

into <- commandArgs(TRUE)
into <- if (length(into)) into[1] else here
for (folder in c("data", "expected")) dir.create(file.path(into, folder), showWarnings = FALSE, recursive = TRUE)
data <- load_data()
for (name in names(data)) write_data(data[[name]], file.path(into, "data", paste0(name, ".csv")))

write_cases <- function(name, cases) {
  text <- vapply(cases, function(case) {
    rows <- paste(vapply(case$rows, json, ""), collapse = ",\n")
    head <- json(case[names(case) != "rows"])
    paste0(substr(head, 1, nchar(head) - 1), ",\"rows\":[\n", rows, "\n]}")
  }, "")
  writeLines(paste0("[\n", paste(text, collapse = ",\n"), "\n]"), file.path(into, "expected", paste0(name, ".json")))
  cat(name, length(cases), "cases,", sum(lengths(lapply(cases, `[[`, "rows"))), "rows\n")
}

# Some parts alone: ONLY=weights,joint Rscript expected.R
parts <- list(designs = linear_cases, weights = weight_cases, replicates = replicate_cases, joint = joint_cases, tables = table_cases)
only <- strsplit(Sys.getenv("ONLY"), ",")[[1]]
for (name in names(parts)) if (!length(only) || name %in% only) write_cases(name, parts[[name]](data))
