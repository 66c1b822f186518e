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

/** A session at whose keyboard somebody types lines. */
final class Keyboard {

  /** What was asked aloud, and when the terminal showed what was typed. */
  final List<String> seen = new ArrayList<>();

  private final ByteArrayInputStream typed;
  private boolean echo = true;

  Keyboard(String... lines) {
    typed =
        new ByteArrayInputStream(
            (String.join("\n", lines) + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  Session session() {
    Map<String, Function<Object[], Object>> methods = new HashMap<>();
    methods.put("getTerminal", arguments -> terminal());
    methods.put("getKeyboard", arguments -> typed);
    methods.put(
        "readLine",
        arguments -> {
          seen.add(arguments[0].toString().strip() + (echo ? " shown" : " hidden"));
          StringBuilder line = new StringBuilder();
          for (int next = typed.read(); next >= 0 && next != '\n'; next = typed.read()) {
            line.append((char) next);
          }
          return line.toString();
        });
    return Fake.of(Session.class, methods);
  }

  private Terminal terminal() {
    return Fake.of(
        Terminal.class,
        Map.of(
            "isEchoEnabled",
            arguments -> echo,
            "setEchoEnabled",
            arguments -> {
              echo = (boolean) arguments[0];
              seen.add(echo ? "echo on" : "echo off");
              return null;
            }));
  }
}
