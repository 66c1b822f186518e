package org.gridtill.deployer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The last jar of each file name that was refused, by digest, so that it is not tried again at each
 * start of the platform. For use by one thread.
 */
final class Refusals {

  private final Path list;

  Refusals(Path list) {
    this.list = list;
  }

  boolean contains(AdapterJar jar) throws IOException {
    return jar.digest().equals(read().get(file(jar)));
  }

  void add(AdapterJar jar) throws IOException {
    Map<String, String> refused = read();
    refused.put(file(jar), jar.digest());
    write(refused);
  }

  void forget(Path file) throws IOException {
    Map<String, String> refused = read();
    if (refused.remove(name(file)) != null) {
      write(refused);
    }
  }

  private Map<String, String> read() throws IOException {
    Map<String, String> refused = new LinkedHashMap<>();
    if (Files.exists(list)) {
      for (String line : Files.readAllLines(list)) {
        String[] parts = line.split(" ", 2);
        if (parts.length == 2) {
          refused.put(parts[1], parts[0]);
        }
      }
    }
    return refused;
  }

  private void write(Map<String, String> refused) throws IOException {
    StringBuilder text = new StringBuilder();
    refused.forEach((file, digest) -> text.append(digest).append(' ').append(file).append('\n'));
    Files.writeString(list, text, StandardCharsets.UTF_8);
  }

  private static String file(AdapterJar jar) {
    return name(jar.path());
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
