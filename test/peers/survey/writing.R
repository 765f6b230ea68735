# Writing data and expected figures so that every double comes back as it was: 17 digits where 15 do not do.

digits <- function(x) {
  short <- sprintf("%.15g", x)
  ifelse(is.na(x) | suppressWarnings(as.numeric(short)) == x, short, sprintf("%.17g", x))
}

quoted <- function(text) paste0("\"", gsub("\"", "\\\\\"", gsub("\\\\", "\\\\\\\\", text)), "\"")

# A named list is an object, any other list or longer vector an array; what is not finite is null.
json <- function(x) {
  if (is.null(x)) return("null")
  if (is.list(x)) {
    if (length(x) == 0) return(if (is.null(names(x))) "[]" else "{}")
    inner <- vapply(x, json, "")
    if (is.null(names(x))) return(paste0("[", paste(inner, collapse = ","), "]"))
    return(paste0("{", paste0(vapply(names(x), quoted, ""), ":", inner, collapse = ","), "}"))
  }
  if (is.factor(x)) x <- as.character(x)
  one <- if (is.character(x)) quoted(x)
  else if (is.logical(x)) ifelse(is.na(x), "null", ifelse(x, "true", "false"))
  else ifelse(is.finite(x), digits(x), "null")
  if (length(x) == 1) unname(one) else paste0("[", paste(one, collapse = ","), "]")
}
object <- function() structure(list(), names = character())

write_data <- function(data, file) {
  columns <- lapply(data, function(column) {
    if (is.factor(column)) column <- as.character(column)
    text <- if (is.character(column)) ifelse(grepl("[\",]", column), quoted(column), column) else digits(as.numeric(column))
    ifelse(is.na(column), "", text)
  })
  writeLines(c(paste(names(data), collapse = ","), do.call(paste, c(columns, sep = ","))), file)
}
