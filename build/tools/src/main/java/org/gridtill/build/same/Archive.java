package org.gridtill.build.same;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Lists what is in an archive, in the order in which it is there. */
public final class Archive {

  private static final int BLOCK = 512;

  private Archive() {}

  /** Returns the entries of a jar or a {@code tar.gz}; of any other file none. */
  public static List<Entry> entries(Path file) throws IOException {
    String name = file.toString();
    try (InputStream in = Files.newInputStream(file)) {
      if (name.endsWith(".jar")) {
        return zip(new ZipInputStream(in));
      }
      return name.endsWith(".tar.gz") ? tar(new GZIPInputStream(in, 1 << 16)) : List.of();
    }
  }

  private static List<Entry> zip(ZipInputStream in) throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
      String digest = Digest.of(in, Long.MAX_VALUE);
      entries.add(new Entry(entry.getName(), "time " + entry.getTimeLocal(), digest));
    }
    return entries;
  }

  private static List<Entry> tar(InputStream in) throws IOException {
    List<Entry> entries = new ArrayList<>();
    String longName = null;
    while (true) {
      byte[] header = in.readNBytes(BLOCK);
      if (header.length < BLOCK || header[0] == 0) {
        return entries;
      }
      long size = octal(header, 124, 12);
      long padding = (BLOCK - size % BLOCK) % BLOCK;
      if (header[156] == 'x') {
        longName = path(new String(in.readNBytes((int) size), StandardCharsets.UTF_8));
      } else {
        String digest = Digest.of(in, size);
        entries.add(
            new Entry(longName == null ? name(header) : longName, attributes(header), digest));
        longName = null;
      }
      if (in.readNBytes((int) padding).length < padding) {
        throw new EOFException("the archive ends within " + entries.get(entries.size() - 1).name());
      }
    }
  }

  /** Returns what POSIX's extended header says of the next entry's name; null if it does not. */
  private static String path(String extended) {
    return extended
        .lines()
        .map(line -> line.substring(line.indexOf(' ') + 1))
        .filter(record -> record.startsWith("path="))
        .map(record -> record.substring("path=".length()))
        .findFirst()
        .orElse(null);
  }

  private static String name(byte[] header) {
    String prefix = text(header, 345, 155);
    return (prefix.isEmpty() ? "" : prefix + "/") + text(header, 0, 100);
  }

  private static String attributes(byte[] header) {
    return "mode %s, owner %s %s, time %s"
        .formatted(
            text(header, 100, 8).strip(),
            text(header, 265, 32),
            text(header, 297, 32),
            text(header, 136, 12).strip());
  }

  private static long octal(byte[] header, int from, int length) {
    String digits = text(header, from, length).strip();
    return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
  }

  /** Up to the first zero. */
  private static String text(byte[] bytes, int from, int length) {
    int end = from;
    while (end < from + length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }
}
