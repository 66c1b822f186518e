package org.gridtill.build.bill;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Under which a jar is known in Maven repositories.
 *
 * @param classifier empty if there is none
 */
record Coordinates(String group, String artifact, String version, String classifier) {

  /**
   * Reads {@code group:artifact:version}.
   *
   * @throws IllegalArgumentException if the text has another form
   */
  static Coordinates parse(String text) {
    String[] words = text.split(":", -1);
    if (words.length != 3) {
      throw new IllegalArgumentException("'" + text + "' is not GROUP:ARTIFACT:VERSION");
    }
    return new Coordinates(words[0], words[1], words[2], "");
  }

  /** Without the version, as licenses are stated for. */
  String key() {
    return group + ":" + artifact;
  }

  /** As a package URL, by which other programs know it. */
  String purl() {
    String purl = "pkg:maven/" + encode(group) + "/" + encode(artifact) + "@" + encode(version);
    return purl + (classifier.isEmpty() ? "?type=jar" : "?classifier=" + classifier + "&type=jar");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return key() + ":" + version + (classifier.isEmpty() ? "" : ":" + classifier);
  }
}
