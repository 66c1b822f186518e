package org.gridtill.gates;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridtill.api.platform.gates.AdapterShare;

/**
 * A share as a configuration and its file in {@code etc}, which is named as File Install reads it:
 * so what a command has set can be seen and saved with the rest, and may be set by hand as well.
 */
final class ShareFile {

  /** Under which the configurations are made, one for each adapter. */
  static final String PID = "org.gridtill.gates.share";

  /** By this property File Install knows that a configuration is what a file says. */
  private static final String FILE = "felix.fileinstall.filename";

  private final Path folder;
  private final Path file;

  ShareFile(Path folder, String adapter) {
    this.folder = folder;
    file = folder.resolve(PID + '-' + adapter + ".cfg").toAbsolutePath();
  }

  /** Writes a share and returns the configuration that is the same. */
  Dictionary<String, Object> write(AdapterShare share) throws IOException {
    Map<String, String> settings =
        Map.of(
            "adapter", share.adapter(),
            "version", share.version(),
            "percent", String.valueOf(share.percent()),
            "terminals", String.join(",", share.terminals()));
    List<String> lines =
        settings.entrySet().stream()
            .map(setting -> setting.getKey() + " = " + setting.getValue())
            .sorted()
            .toList();
    // It appears whole, since File Install looks at any time.
    Path draft = Files.createTempFile(folder, PID, ".draft");
    Files.write(draft, lines, StandardCharsets.US_ASCII);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Hashtable<String, Object> properties = new Hashtable<>(settings);
    properties.put(FILE, file.toUri().toString());
    return properties;
  }

  void delete() throws IOException {
    Files.deleteIfExists(file);
  }

  /**
   * Reads a configuration.
   *
   * @throws IllegalArgumentException if something in it is wrong, naming the key
   */
  static AdapterShare read(Dictionary<String, Object> properties) {
    return new AdapterShare(
        text(properties, "adapter"),
        text(properties, "version"),
        percent(text(properties, "percent")),
        terminals(text(properties, "terminals")));
  }

  private static String text(Dictionary<String, Object> properties, String key) {
    Object value = properties.get(key);
    return value == null ? "" : value.toString().strip();
  }

  private static int percent(String text) {
    try {
      return text.isEmpty() ? 0 : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("percent: not a whole number: " + text, e);
    }
  }

  private static Set<String> terminals(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(code -> !code.isEmpty())
        .collect(Collectors.toSet());
  }
}
