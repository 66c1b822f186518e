package org.gridtill.transactions;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.gridtill.api.adapter.terminal.Request;

/**
 * The digest of what a request says, by which a repetition is told from another request under the
 * same key. A request is a record of records, whose text holds every part.
 */
final class Content {

  private Content() {}

  static String of(Request request) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(request.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
