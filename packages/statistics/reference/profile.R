# Profile likelihood of Rcapture 1.4-4 for one table and one model; prints abundance, lower and upper limit.
# Usage: Rscript --vanilla profile.R TABLE.csv PAIR...; a pair such as c1:c2 by list number; no random numbers.
suppressMessages(library(Rcapture))
arguments <- commandArgs(trailingOnly = TRUE)
table <- as.matrix(read.csv(arguments[1], check.names = FALSE))
model <- as.formula(paste(c("~ .", arguments[-1]), collapse = " + "))
found <- closedpCI.t(table, dfreq = TRUE, mX = model, mname = "model")
cat(format(found$CI[1, 1:3], digits = 15), sep = "\t")
cat("\n")
