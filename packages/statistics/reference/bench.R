# Processor time of R for a bootstrap with stepwise selection, to set beside bench.ts. Base R alone.
# Usage: Rscript --vanilla bench.R TABLE.csv REPLICATES; prints "estimate <total>" and "ms <per replicate>".
# The rule of SparseMSE with glm and ppois; without the existence check, which would make R slower still.
arguments <- commandArgs(trailingOnly = TRUE)
table <- as.matrix(read.csv(arguments[1]))
replicates <- as.integer(arguments[2])
k <- ncol(table) - 1
cells <- as.matrix(expand.grid(rep(list(0:1), k)))[-1, ]
key <- function(rows) as.vector(rows %*% 2^(0:(k - 1)))
counts <- numeric(nrow(cells))
counts[key(table[, 1:k, drop = FALSE])] <- table[, k + 1]
pairs <- t(combn(k, 2))
overlap <- apply(pairs, 1, function(pair) cells[, pair[1]] * cells[, pair[2]])

estimate <- function(counts) {
  chosen <- integer(0)
  repeat {
    empty <- chosen[colSums(counts * overlap[, chosen, drop = FALSE]) == 0]
    kept <- rowSums(overlap[, empty, drop = FALSE]) == 0
    design <- cbind(1, cells, overlap[, setdiff(chosen, empty), drop = FALSE])
    fitted <- suppressWarnings(glm.fit(design[kept, ], counts[kept], family = poisson()))
    mean <- numeric(length(counts))
    mean[kept] <- fitted$fitted.values
    lambda <- colSums(mean * overlap)
    x <- colSums(counts * overlap)
    tail <- pmin(ppois(x, lambda), ppois(x - 1, lambda, lower.tail = FALSE))
    tail[chosen] <- 1
    if (min(tail) >= 0.02) return(sum(counts) + exp(fitted$coefficients[1]))
    chosen <- c(chosen, which.min(tail))
  }
}

cat("estimate", format(estimate(counts), digits = 12), "\n")
set.seed(1)
resampled <- rmultinom(replicates, sum(counts), counts)
time <- system.time(apply(resampled, 2, estimate))
cat("ms", 1000 * (time[["user.self"]] + time[["sys.self"]]) / replicates, "\n")
