package org.gridtill.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The scripts with which Karaf begins each session, and which nobody types. They are known by their
 * whole text, so that nobody passes something else off as one.
 */
final class InitScripts {

  private static final Logger LOG = LoggerFactory.getLogger(InitScripts.class);

  private final Path etc;

  InitScripts(Path etc) {
    this.etc = etc;
  }

  boolean contains(String text) {
    if (text.indexOf('\n') < 0) {
      return false;
    }
    String stripped = text.strip();
    try {
      for (Path file : files()) {
        if (Files.readString(file).strip().equals(stripped)) {
          return true;
        }
      }
    } catch (IOException e) {
      LOG.warn("The scripts in {} cannot be read", etc, e);
    }
    return false;
  }

  private List<Path> files() throws IOException {
    Path scripts = etc.resolve("scripts");
    try (Stream<Path> more = Files.isDirectory(scripts) ? Files.list(scripts) : Stream.empty()) {
      return Stream.concat(Stream.of(etc.resolve("shell.init.script")), more)
          .filter(Files::isRegularFile)
          .toList();
    }
  }
}
