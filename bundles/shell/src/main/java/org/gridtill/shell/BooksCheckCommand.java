package org.gridtill.shell;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.accounts.BookChecks;
import org.gridtill.api.platform.time.PlatformClock;

/** Has the books checked; fails if something is found, so that a script notices. */
@LookOnly
@Service
@Command(
    scope = "gridtill",
    name = "books-check",
    description = "Runs all checks of the books now, and fails if one finds something")
public class BooksCheckCommand extends ShellCommand {

  @Option(
      name = "--latest",
      description = "Runs none, and shows what the latest daily check has found")
  boolean latest;

  @Reference(optional = true)
  BookChecks checks;

  @Reference(optional = true)
  PlatformClock clock;

  @Override
  void run() throws Exception {
    PlatformClock time = present(clock, "the platform clock");
    BookChecks runner = present(checks, "one of the checks of the books");
    Optional<BookChecks.Report> report = latest ? runner.latest() : Optional.of(runner.run());
    if (report.isEmpty()) {
      throw failure("the books were not checked by themselves yet");
    }
    for (BookChecks.Result result : report.get().results()) {
      out.println((result.findings().isEmpty() ? "OK     " : "WRONG  ") + result.name());
      result.findings().forEach(finding -> out.println("       " + finding));
    }
    out.println("checked " + Show.time(report.get().at(), time.zone()));
    if (!report.get().clean()) {
      throw failure("the books are wrong");
    }
  }
}
