package org.gridtill.build.same;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes the time out of the files of properties that the assembly has edited; it writes that into
 * their second line. Usage: FOLDER
 */
public final class UndateProperties {

  /** The first line of a file that the assembly has edited. */
  static final String EDITED = "#Modified by org.apache.karaf.tools.utils.KarafPropertiesFile";

  private static final Pattern DATE =
      Pattern.compile("#\\w{3} \\w{3} \\d\\d \\d\\d:\\d\\d:\\d\\d .+ \\d{4}");

  private UndateProperties() {}

  public static void main(String[] arguments) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(Path.of(arguments[0]))) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      // Properties are in Latin 1, in which any bytes are text.
      List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
      if (lines.size() > 1 && lines.get(0).equals(EDITED) && DATE.matcher(lines.get(1)).matches()) {
        String rest = String.join("\n", lines.subList(2, lines.size()));
        Files.writeString(file, EDITED + "\n" + rest + "\n", StandardCharsets.ISO_8859_1);
      }
    }
  }
}
