package org.gridtill.api.platform.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Runs the checks of the books: each accounting day by itself, on one node, and whenever somebody
 * wants it. Safe for use by several threads.
 */
@ProviderType
public interface BookChecks {

  /** Runs all checks now. */
  Report run();

  /** Returns what the latest run by itself has found, on whichever node; empty before the first. */
  Optional<Report> latest();

  /**
   * What a run has found.
   *
   * @param at when it ended
   * @param results a result for each check
   */
  record Report(Instant at, List<Result> results) {

    /** Copies the list. */
    public Report {
      results = List.copyOf(results);
    }

    /** Tells whether nothing is wrong. */
    public boolean clean() {
      return results.stream().allMatch(result -> result.findings().isEmpty());
    }
  }

  /**
   * What one check has found.
   *
   * @param name what the check proves
   * @param findings what is wrong; empty if nothing is
   */
  record Result(String name, List<String> findings) {

    /** Copies the list. */
    public Result {
      findings = List.copyOf(findings);
    }
  }
}
