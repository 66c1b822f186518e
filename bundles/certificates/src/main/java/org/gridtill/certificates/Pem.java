package org.gridtill.certificates;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text between lines of dashes (RFC 7468), or the bytes themselves. */
final class Pem {

  static final String CERTIFICATE = "CERTIFICATE";
  static final String LIST = "X509 CRL";
  static final Set<String> REQUESTS = Set.of("CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST");

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");
  private static final int LINE = 64;

  private Pem() {}

  /** Returns bytes as text. */
  static String encode(String label, byte[] der) {
    byte[] newline = {'\n'};
    return "-----BEGIN "
        + label
        + "-----\n"
        + Base64.getMimeEncoder(LINE, newline).encodeToString(der)
        + "\n-----END "
        + label
        + "-----\n";
  }

  /**
   * Returns the blocks of a label, or the bytes as they are if they are no text.
   *
   * @param what what it should be, for the complaint
   * @throws IllegalArgumentException if it is too long, or text without such a block
   */
  static List<byte[]> decode(byte[] input, Set<String> labels, int longest, String what) {
    if (input.length == 0 || input.length > longest) {
      throw new IllegalArgumentException(
          what + " has 1 to " + longest + " bytes, not " + input.length);
    }
    // DER begins with a SEQUENCE, which no text does.
    if (input[0] == 0x30) {
      return List.of(input.clone());
    }
    List<byte[]> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(new String(input, StandardCharsets.ISO_8859_1));
    while (matcher.find()) {
      if (matcher.group(1).contains("PRIVATE KEY")) {
        throw new IllegalArgumentException(
            "this has a private key in it, which nobody else may see; make a new one");
      }
      if (labels.contains(matcher.group(1))) {
        blocks.add(bytes(matcher.group(2), what));
      }
    }
    if (blocks.isEmpty()) {
      throw new IllegalArgumentException("this is not " + what);
    }
    return blocks;
  }

  private static byte[] bytes(String base64, String what) {
    try {
      return Base64.getMimeDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("this is not " + what, e);
    }
  }
}
