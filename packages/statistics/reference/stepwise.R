# Estimates of SparseMSE 2.0.1 for one table; prints per threshold: threshold, 2.5% quantile, estimate, 97.5%, terms.
# Usage: Rscript --vanilla stepwise.R TABLE.csv THRESHOLD...; no random numbers.
suppressMessages(library(SparseMSE))
arguments <- commandArgs(trailingOnly = TRUE)
table <- as.matrix(read.csv(arguments[1], check.names = FALSE))
for (threshold in arguments[-1]) {
  found <- estimatepopulation.0(table, quantiles = c(0.025, 0.975), pthresh = as.numeric(threshold))
  terms <- setdiff(names(coef(found$MSEfit$fit)), "(Intercept)")
  cat(threshold, format(found$estimate, digits = 15), paste(terms, collapse = " "), sep = "\t")
  cat("\n")
}
