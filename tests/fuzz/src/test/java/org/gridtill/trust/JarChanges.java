package org.gridtill.trust;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Changes of a jar, four bytes each: what, where (two bytes), and a value. Some are of its entries,
 * which are then packed again; the others are of the bytes of the file.
 */
final class JarChanges {

  private static final int CHANGE = 4;
  private static final List<String> LINES =
      List.of(
          "Bundle-Activator: evil.Main\r\n",
          "\r\nName: evil.class\r\nSHA-256-Digest: 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\r\n",
          "\r\n",
          "Class-Path: evil.jar\r\n");
  private static final List<String> NAMES =
      List.of(
          "evil.class",
          "META-INF/manifest.mf",
          "META-INF/EVIL.SF",
          "META-INF/x/EVIL.SF",
          "META-INF/versions/9/org/acme/Kiosk.class",
          "org/acme/../acme/Kiosk.class",
          "META-INF/SIG-EVIL",
          "meta-inf/SIGNER.SF");

  private final byte[] original;

  JarChanges(byte[] original) {
    this.original = original.clone();
  }

  /** Inputs with one change of each sort. */
  static Stream<byte[]> samples() {
    List<byte[]> samples = new ArrayList<>();
    samples.add(new byte[0]);
    for (int what = 0; what < 8; what++) {
      for (int value = 0; value < 8; value++) {
        samples.add(
            new byte[] {(byte) what, 0, (byte) (what < 5 ? value : 40 * value), (byte) value});
      }
    }
    return samples.stream();
  }

  byte[] apply(byte[] changes) throws IOException {
    byte[] jar = original;
    boolean packed = true;
    for (int at = 0; at + CHANGE <= changes.length && at < 16 * CHANGE; at += CHANGE) {
      int what = (changes[at] & 0xff) % 8;
      int where = (changes[at + 1] & 0xff) << 8 | changes[at + 2] & 0xff;
      int value = changes[at + 3] & 0xff;
      if (what < 5 && packed) {
        jar = ofEntries(jar, what, where, value);
      } else {
        packed = false;
        jar = ofBytes(jar, what, where, value);
      }
    }
    return jar;
  }

  private static byte[] ofBytes(byte[] jar, int what, int where, int value) {
    if (jar.length == 0) {
      return jar;
    }
    int at = where % jar.length;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jar, 0, at);
    switch (what % 3) {
      case 0 -> out.write(value);
      case 1 -> out.write(jar, at, Math.min(value, jar.length - at));
      default -> {
        return out.toByteArray();
      }
    }
    int rest = what % 3 == 0 ? at + 1 : at;
    out.write(jar, rest, jar.length - rest);
    return out.toByteArray();
  }

  private static byte[] ofEntries(byte[] jar, int what, int where, int value) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    }
    if (entries.isEmpty()) {
      return jar;
    }
    List<String> names = new ArrayList<>(entries.keySet());
    String name = names.get(value % names.size());
    byte[] content = entries.get(name);
    switch (what) {
      case 0 -> entries.remove(name);
      case 1 -> entries.put(NAMES.get(where % NAMES.size()), content);
      case 2 -> entries.put(name, content.length == 0 ? content : flipped(content, where));
      case 3 -> entries.put(name, inserted(content, LINES.get(where % LINES.size()), where));
      default -> entries.put(name, inserted(content, "x".repeat(value), where));
    }
    return packed(entries);
  }

  private static byte[] flipped(byte[] content, int where) {
    byte[] changed = content.clone();
    changed[where % content.length] ^= 1;
    return changed;
  }

  private static byte[] inserted(byte[] content, String text, int where) {
    int at = where % (content.length + 1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(content, 0, at);
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    out.write(content, at, content.length - at);
    return out.toByteArray();
  }

  private static byte[] packed(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> each : entries.entrySet()) {
        ZipEntry entry = new ZipEntry(each.getKey());
        CRC32 crc = new CRC32();
        crc.update(each.getValue());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(each.getValue().length);
        entry.setCrc(crc.getValue());
        try {
          out.putNextEntry(entry);
        } catch (ZipException e) {
          // A name that is there already.
          continue;
        }
        out.write(each.getValue());
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
