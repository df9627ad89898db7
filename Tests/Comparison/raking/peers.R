# One R raking tool on one table: Rscript peers.R TOOL ANSWERS.csv MARGINS.csv WEIGHTS [SOURCES]
#
# Run by compare.py, one process for each run. Writes a line of JSON: the seconds from the columns of
# text in memory to a weight for each respondent, and what the tool said. SOURCES is a folder with
# the sources of the CRAN packages anesrake and weights, when they are not installed.
a <- commandArgs(TRUE)
tool <- a[1]
quote_json <- function(x) paste0("\"", gsub("[\"\\\\]", "'", gsub("[[:space:]]+", " ", x)), "\"")
answer <- function(...) { x <- list(...); cat("{", paste0("\"", names(x), "\": ", unlist(x), collapse = ", "), "}\n", sep = "") }

package <- if (tool == "anesrake") "anesrake" else "survey"
version <- if (package == "survey") as.character(packageVersion("survey")) else "from source"
if (package == "survey") suppressMessages(library(survey))
if (package == "anesrake") {
  if (requireNamespace("anesrake", quietly = TRUE)) {
    suppressMessages(library(anesrake)); version <- as.character(packageVersion("anesrake"))
  } else {
    suppressMessages(library(Hmisc))
    for (f in list.files(file.path(a[5], "anesrake", "R"), full.names = TRUE)) source(f)
    source(file.path(a[5], "weights", "R", "wpct.R"))
    version <- read.dcf(file.path(a[5], "anesrake", "DESCRIPTION"), "Version")[1]
  }
}
data <- read.csv(a[2], colClasses = "character", na.strings = "")
figures <- read.csv(a[3], colClasses = c("character", "character", "numeric"))
names_of <- unique(figures$variable)
invisible(gc(FALSE))

said <- character(0)
start <- proc.time()[[3]]
result <- tryCatch(withCallingHandlers({
  for (v in names_of) data[[v]] <- factor(data[[v]], levels = figures$category[figures$variable == v])
  margins <- lapply(names_of, function(v) { x <- figures[figures$variable == v, c("category", "population")]; names(x) <- c(v, "Freq"); x })
  total <- sum(margins[[1]]$Freq)
  formulas <- lapply(names_of, function(v) as.formula(paste("~", v)))
  design <- function() svydesign(ids = ~1, data = data, weights = rep(total / nrow(data), nrow(data)))
  switch(tool,
    rake = weights(rake(design(), formulas, margins, control = list(maxit = 1000, epsilon = 1e-10))),
    `rake-default` = weights(rake(design(), formulas, margins)),
    calibrate = {
      sums <- c(total, unlist(lapply(margins, function(x) x$Freq[-1])))
      all <- as.formula(paste("~", paste(names_of, collapse = " + ")))
      names(sums) <- c("(Intercept)", unlist(lapply(margins, function(x) paste0(names(x)[1], x[[1]][-1]))))
      weights(calibrate(design(), all, sums, calfun = "raking", epsilon = 1e-10, maxit = 200))
    },
    anesrake = {
      targets <- lapply(margins, function(x) setNames(x$Freq / sum(x$Freq), x[[1]])); names(targets) <- names_of
      # No variable is left out, and no weight is cut: the cap is out of reach.
      printed <- capture.output(x <- anesrake(targets, data, seq_len(nrow(data)), type = "nolim", cap = 1e6))
      said <- c(said, as.character(x$converge))
      as.numeric(x$weightvec) * total / nrow(data)
    })
}, warning = function(w) { said <<- c(said, paste("warning:", conditionMessage(w))); invokeRestart("muffleWarning") }),
  error = function(e) e)
inner <- proc.time()[[3]] - start
if (inherits(result, "error")) {
  answer(version = quote_json(version), refused = "true", said = quote_json(substr(conditionMessage(result), 1, 300)))
} else {
  writeBin(as.numeric(result), a[4])
  answer(version = quote_json(version), inner = inner, said = quote_json(substr(paste(unique(said), collapse = " | "), 1, 300)))
}
