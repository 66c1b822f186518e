package org.gridtill.adapter.pos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The named blocks of the protocol's documentation. */
final class Documentation {

  private static final Path PAGE = Path.of("../../docs/pos-iso8583.md");
  private static final Pattern BLOCK =
      Pattern.compile("^```(hex|text) ([a-z-]+)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final int BYTES_COLUMNS = 34;
  private static final int LENGTH_BYTES = 2;

  private final Map<String, String> frames = new LinkedHashMap<>();
  private final Map<String, String> texts = new LinkedHashMap<>();

  private Documentation(String page) {
    Matcher matcher = BLOCK.matcher(page);
    while (matcher.find()) {
      (matcher.group(1).equals("hex") ? frames : texts).put(matcher.group(2), matcher.group(3));
    }
  }

  static Documentation read() {
    try {
      return new Documentation(Files.readString(PAGE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the names of all frames. */
  List<String> frameNames() {
    return List.copyOf(frames.keySet());
  }

  /** Returns a frame with its length before it. */
  byte[] frameWithLength(String name) {
    return Scenario.hex(
        frames
            .get(name)
            .lines()
            .map(line -> line.substring(0, Math.min(BYTES_COLUMNS, line.length())).strip())
            .collect(Collectors.joining()));
  }

  /** Returns a frame as an adapter sees it. */
  byte[] frame(String name) {
    byte[] all = frameWithLength(name);
    byte[] frame = new byte[all.length - LENGTH_BYTES];
    System.arraycopy(all, LENGTH_BYTES, frame, 0, frame.length);
    return frame;
  }

  /** Returns the lines of a block that is no frame. */
  List<String> lines(String name) {
    return texts.get(name).lines().toList();
  }

  /** Returns the hexadecimal number at the end of the line of a block that begins so. */
  String value(String block, String label) {
    return lines(block).stream()
        .filter(line -> line.startsWith(label + "  "))
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .findFirst()
        .orElseThrow();
  }
}
