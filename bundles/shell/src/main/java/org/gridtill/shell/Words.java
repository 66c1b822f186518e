package org.gridtill.shell;

import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes one of some words, looked up when the key is pressed. */
abstract class Words implements Completer {

  /** Returns the words; none while their service is away. */
  abstract Stream<String> words();

  @Override
  public final int complete(Session session, CommandLine line, List<String> candidates) {
    StringsCompleter completer = new StringsCompleter(true);
    if (Person.unit() != null) {
      // The words are those of the whole utility.
      return completer.complete(session, line, candidates);
    }
    words().forEach(completer.getStrings()::add);
    return completer.complete(session, line, candidates);
  }
}
