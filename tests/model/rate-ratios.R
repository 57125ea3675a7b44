# rate-ratios.R: made rate-ratios.tsv; in this folder:
#
#   Rscript rate-ratios.R > rate-ratios.tsv
#
# SPDX-License-Identifier: GPL-3.0-or-later
after  <- c(10, 5, 0, 7, 0, 1, 1, 40, 12, 3, 100, 250, 6, 2, 0,
            30, 17, 80, 1, 500, 1000, 9, 4, 33, 2500, 10000, 0, 9876, 3, 60)
before <- c(10, 0, 5, 3, 1, 0, 1, 20, 12, 9, 80, 240, 2, 6, 30,
            0, 23, 8, 99, 510, 900, 1, 11, 44, 2400, 10000, 10000, 0, 9000, 5)
years.after  <- c(1, 1, 1, 2, 0.5, 1, 3, 2, 2.0014, 1, 5, 10, 0.25, 1, 2,
                  2, 1.5, 1, 1, 4, 1, 0.0821, 0.2464, 1, 7, 1, 1, 1, 1, 100)
years.before <- c(1, 1, 1, 2, 0.5, 2, 1, 2, 1.9986, 1, 5, 10, 0.25, 3, 2,
                  2, 1.5, 2, 1, 4, 1, 0.0821, 0.2464, 2, 7, 1, 1, 1, 2, 0.01)

cat("# rate-ratios.tsv: made by rate-ratios.R with R ", as.character(getRversion()), "\n", sep = "")
cat("# after\tbefore\tyears after\tyears before\tlow\thigh\n")
for (i in seq_along(after)) {
  interval <- poisson.test(c(after[i], before[i]), c(years.after[i], years.before[i]))$conf.int
  cat(sprintf("%d\t%d\t%s\t%s\t%.10g\t%.10g\n", after[i], before[i],
              format(years.after[i]), format(years.before[i]), interval[1], interval[2]))
}
