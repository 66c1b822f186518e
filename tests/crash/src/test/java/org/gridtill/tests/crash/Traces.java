package org.gridtill.tests.crash;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Looks for secrets in files, in every form that one is likely to have there: as it is, with the
 * bytes of each word turned around as ciphers hold them, in hexadecimal and in base64, also in
 * characters of two bytes.
 */
final class Traces {

  private static final int WINDOW = 4;
  private static final long CHUNK = 1L << 30;
  private static final int LONGEST = 256;

  private record Form(byte[] bytes, String what) {}

  private final Map<Integer, List<Form>> forms = new HashMap<>();

  /** Adds a secret to look for. */
  Traces add(String name, byte[] secret) {
    HexFormat hex = HexFormat.of();
    addForm(secret, name + " as it is");
    addForm(turned(secret), name + " by words");
    String base64 = Base64.getEncoder().withoutPadding().encodeToString(secret);
    addText(hex.formatHex(secret), name + " in hexadecimal");
    addText(hex.withUpperCase().formatHex(secret), name + " in upper-case hexadecimal");
    addText(base64, name + " in base64");
    addText(base64.replace('+', '-').replace('/', '_'), name + " in base64 for addresses");
    return this;
  }

  private void addText(String text, String what) {
    addForm(text.getBytes(StandardCharsets.US_ASCII), what);
    addForm(text.getBytes(StandardCharsets.UTF_16BE), what + " in wide characters");
    addForm(text.getBytes(StandardCharsets.UTF_16LE), what + " in wide characters");
  }

  private void addForm(byte[] bytes, String what) {
    forms.computeIfAbsent(word(bytes), key -> new ArrayList<>()).add(new Form(bytes, what));
  }

  /** Returns what was found in a file. */
  Set<String> in(Path file) throws IOException {
    Set<String> found = new TreeSet<>();
    try (FileChannel channel = FileChannel.open(file)) {
      for (long at = 0; at < channel.size(); at += CHUNK) {
        long length = Math.min(CHUNK + LONGEST, channel.size() - at);
        search(channel.map(FileChannel.MapMode.READ_ONLY, at, length), file, found);
      }
    }
    return found;
  }

  /** Returns what was found in the files of a folder. */
  Set<String> inAll(Path folder) throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        found.addAll(in(file));
      }
    }
    return found;
  }

  private void search(MappedByteBuffer bytes, Path file, Set<String> found) {
    int window = 0;
    for (int end = 1; end <= bytes.limit(); end++) {
      window = window << Byte.SIZE | bytes.get(end - 1) & 0xFF;
      if (end >= WINDOW) {
        for (Form form : forms.getOrDefault(window, List.of())) {
          if (matches(bytes, end - WINDOW, form.bytes())) {
            found.add(form.what() + " in " + file.getFileName());
          }
        }
      }
    }
  }

  private static boolean matches(MappedByteBuffer bytes, int at, byte[] form) {
    for (int i = 0; i < form.length; i++) {
      if (at + i >= bytes.limit() || bytes.get(at + i) != form[i]) {
        return false;
      }
    }
    return true;
  }

  private static int word(byte[] bytes) {
    int word = 0;
    for (int i = 0; i < WINDOW; i++) {
      word = word << Byte.SIZE | bytes[i] & 0xFF;
    }
    return word;
  }

  private static byte[] turned(byte[] bytes) {
    byte[] result = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      int turned = i / WINDOW * WINDOW + WINDOW - 1 - i % WINDOW;
      result[i] = bytes[Math.min(turned, bytes.length - 1)];
    }
    return result;
  }
}
