package org.gridtill.shell;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.PackageNamespace;

/**
 * A bundle that is not installed yet, as far as its manifest tells.
 *
 * @param name its symbolic name
 * @param host the bundle that it is a fragment of; empty if it is none
 * @param packages what it exports, as attributes by which requirements are matched
 * @param adapter whether it promises an adapter
 */
record NewBundle(
    String name,
    Version version,
    String host,
    List<Map<String, Object>> packages,
    boolean adapter) {

  /** A clause up to the next comma that is in no quotes. */
  private static final Pattern CLAUSE = Pattern.compile("(?:[^,\"]++|\"[^\"]*+\")++");

  private static final Pattern PART = Pattern.compile("(?:[^;\"]++|\"[^\"]*+\")++");

  /** Tells whether a bundle is this one, installed. */
  boolean is(Bundle bundle) {
    return name.equals(bundle.getSymbolicName()) && version.equals(bundle.getVersion());
  }

  /**
   * Reads a jar.
   *
   * @param from what to call it if it is wrong
   * @throws IllegalArgumentException if it is no bundle
   */
  static NewBundle read(String from, InputStream jar) throws IOException {
    try (JarInputStream in = new JarInputStream(jar)) {
      Manifest manifest = in.getManifest();
      String name =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME);
      if (name == null) {
        throw new IllegalArgumentException(from + " is no bundle");
      }
      return of(first(name), manifest.getMainAttributes());
    }
  }

  private static NewBundle of(String name, Attributes headers) {
    Version version = Version.parseVersion(headers.getValue(Constants.BUNDLE_VERSION));
    String host = headers.getValue(Constants.FRAGMENT_HOST);
    return new NewBundle(
        name,
        version,
        host == null ? "" : first(host),
        packages(headers.getValue(Constants.EXPORT_PACKAGE), name, version),
        AdapterKind.promisedBy(headers.getValue(Constants.PROVIDE_CAPABILITY)).isPresent());
  }

  private static String first(String header) {
    return header.split(";")[0].strip();
  }

  private static List<Map<String, Object>> packages(String header, String name, Version version) {
    List<Map<String, Object>> packages = new ArrayList<>();
    for (String clause : parts(CLAUSE, header == null ? "" : header)) {
      List<String> parts = parts(PART, clause);
      Version exported =
          parts.stream()
              .filter(part -> part.matches("version\\s*=.*"))
              .map(part -> Version.parseVersion(part.replaceAll("^version\\s*=|[\"\\s]", "")))
              .findFirst()
              .orElse(Version.emptyVersion);
      parts.stream()
          .filter(part -> !part.contains("="))
          .map(
              part ->
                  Map.<String, Object>of(
                      PackageNamespace.PACKAGE_NAMESPACE, part,
                      PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE, exported,
                      PackageNamespace.CAPABILITY_BUNDLE_SYMBOLICNAME_ATTRIBUTE, name,
                      PackageNamespace.CAPABILITY_BUNDLE_VERSION_ATTRIBUTE, version))
          .forEach(packages::add);
    }
    return packages;
  }

  private static List<String> parts(Pattern pattern, String text) {
    List<String> parts = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      parts.add(matcher.group().strip());
    }
    return parts;
  }
}
