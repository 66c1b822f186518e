package org.gridtill.build.bill;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a bill of materials in the JSON of CycloneDX 1.6. The same parts give the same bytes:
 * there is no time and no random number in it.
 */
final class BillWriter {

  private static final String NAME = "org.gridtill.karaf-assembly";

  private static final String FRAME =
      """
      {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
          "component": {
            "type": "application",
            "bom-ref": @SELF@,
            "group": "org.gridtill",
            "name": "org.gridtill.karaf-assembly",
            "version": @VERSION@,
            "licenses": [{ "expression": "Apache-2.0" }],
            "purl": @SELF@
          }
        },
        "components": [
      @COMPONENTS@
        ]
      }
      """;

  private final Terms terms;

  BillWriter(Terms terms) {
    this.terms = terms;
  }

  /**
   * Writes the bill of a distribution.
   *
   * @throws IllegalArgumentException if a part's license is not known
   */
  String write(String version, List<Part> parts) {
    String self = "pkg:maven/org.gridtill/" + NAME + "@" + version + "?type=tar.gz";
    String components =
        parts.stream().map(part -> component(part, "    ")).collect(Collectors.joining(",\n"));
    return FRAME
        .replace("@SELF@", quote(self))
        .replace("@VERSION@", quote(version))
        .replace("@COMPONENTS@", components);
  }

  private String component(Part part, String indent) {
    String license =
        terms
            .licenseOf(part)
            .orElseThrow(
                () -> new IllegalArgumentException(part.coordinates() + " has no known license"));
    StringBuilder json = new StringBuilder(indent).append("{\n");
    field(json, indent, "type", quote("library"));
    field(json, indent, "bom-ref", quote(reference(part)));
    field(json, indent, "group", quote(part.coordinates().group()));
    field(json, indent, "name", quote(part.coordinates().artifact()));
    field(json, indent, "version", quote(part.coordinates().version()));
    if (!part.isInsideAnother()) {
      field(
          json,
          indent,
          "hashes",
          "[{ \"alg\": \"SHA-256\", \"content\": " + quote(part.sha256()) + " }]");
    }
    field(json, indent, "licenses", "[{ \"expression\": " + quote(license) + " }]");
    field(json, indent, "purl", quote(part.coordinates().purl()));
    if (!part.inside().isEmpty()) {
      field(
          json,
          indent,
          "components",
          part.inside().stream()
              .map(inside -> component(inside, indent + "    "))
              .collect(Collectors.joining(",\n", "[\n", "\n" + indent + "  ]")));
    }
    if (!part.isInsideAnother()) {
      field(
          json,
          indent,
          "evidence",
          "{ \"occurrences\": [{ \"location\": " + quote(part.path()) + " }] }");
    }
    // The last field ends without a comma.
    json.setLength(json.length() - 2);
    return json.append("\n").append(indent).append("}").toString();
  }

  /** The same jar may be there twice, and packed into several others. */
  private static String reference(Part part) {
    return part.coordinates().purl() + "#" + part.path();
  }

  private static void field(StringBuilder json, String indent, String name, String value) {
    json.append(indent).append("  \"").append(name).append("\": ").append(value).append(",\n");
  }

  static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
