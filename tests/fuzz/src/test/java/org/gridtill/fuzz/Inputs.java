package org.gridtill.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What fuzz targets make of the bytes that they are given, and where they find good ones. */
public final class Inputs {

  private static final Path PAGE = Path.of("../../docs/pos-iso8583.md");
  private static final Pattern FRAME =
      Pattern.compile("^```hex [a-z-]+\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final int BYTES_COLUMNS = 34;

  private Inputs() {}

  /** Returns the text that bytes are in UTF-8, with replacements for those that are none. */
  public static String text(byte[] data) {
    return new String(data, StandardCharsets.UTF_8);
  }

  /** Returns all frames of the POS protocol's documentation, each with its length before it. */
  public static List<byte[]> documentedFrames() {
    List<byte[]> frames = new ArrayList<>();
    try {
      Matcher block = FRAME.matcher(Files.readString(PAGE));
      while (block.find()) {
        frames.add(
            HexFormat.of()
                .parseHex(
                    block
                        .group(1)
                        .lines()
                        .map(line -> line.substring(0, Math.min(BYTES_COLUMNS, line.length())))
                        .collect(Collectors.joining())
                        .replaceAll("\\s", "")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (frames.isEmpty()) {
      throw new IllegalStateException(PAGE + " has no frames");
    }
    return frames;
  }
}
