package org.gridtill.shell;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs a command and returns what it printed. */
final class Printed {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Makes a command print here; {@link #lines} then holds what it printed, also if it failed. */
  Printed by(ShellCommand command) {
    Recorded.by(command).out = new PrintStream(bytes, true, StandardCharsets.US_ASCII);
    return this;
  }

  List<String> run(ShellCommand command) throws Exception {
    by(command);
    command.execute();
    return lines();
  }

  List<String> lines() {
    return bytes.toString(StandardCharsets.US_ASCII).lines().map(String::stripTrailing).toList();
  }
}
