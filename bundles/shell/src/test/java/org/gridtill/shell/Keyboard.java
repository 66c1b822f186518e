package org.gridtill.shell;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.Terminal;

/** A session at whose keyboard somebody types lines, or into which a script writes them. */
final class Keyboard {

  /** What was asked, and how what is typed is shown: by asterisks, or as it is. */
  final List<String> asked = new ArrayList<>();

  private final ByteArrayInputStream typed;
  private final boolean script;

  Keyboard(String... lines) {
    this(false, lines);
  }

  private Keyboard(boolean script, String... lines) {
    this.script = script;
    typed =
        new ByteArrayInputStream(
            (String.join("\n", lines) + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  /** Lines of a script. */
  static Keyboard script(String... lines) {
    return new Keyboard(true, lines);
  }

  Session session() {
    Map<String, Function<Object[], Object>> methods = new HashMap<>();
    methods.put("getTerminal", arguments -> script ? null : Fake.of(Terminal.class, Map.of()));
    methods.put("getKeyboard", arguments -> typed);
    methods.put(
        "readLine",
        arguments -> {
          if (script) {
            // As Karaf's does.
            throw new UnsupportedOperationException();
          }
          asked.add(arguments[0].toString().strip() + " " + arguments[1]);
          StringBuilder line = new StringBuilder();
          for (int next = typed.read(); next >= 0 && next != '\n'; next = typed.read()) {
            line.append((char) next);
          }
          return line.toString();
        });
    return Fake.of(Session.class, methods);
  }
}
