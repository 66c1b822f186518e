package org.gridtill.gates;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the feature that supplies a package, among those that the platform knows and whose bundles
 * it has in its own repository. Asks no other repository.
 */
final class FeatureSearch {

  private static final Logger LOG = LoggerFactory.getLogger(FeatureSearch.class);
  private static final String MAVEN = "mvn:";

  private final FeaturesService features;
  private final Path repository;

  /**
   * Makes one.
   *
   * @param repository the folder of the platform's own Maven repository
   */
  FeatureSearch(FeaturesService features, Path repository) {
    this.features = features;
    this.repository = repository;
  }

  /** Returns the name of a feature with a bundle that exports the package. */
  Optional<String> supplierOf(String packageName) {
    Pattern exported =
        Pattern.compile("(^|[,;])\\s*" + Pattern.quote(packageName) + "\\s*([;,]|$)");
    try {
      return Arrays.stream(features.listFeatures())
          .filter(feature -> supplies(feature, exported))
          .map(Feature::getName)
          .findFirst();
    } catch (Exception e) {
      LOG.debug("The features cannot be searched", e);
      return Optional.empty();
    }
  }

  private boolean supplies(Feature feature, Pattern exported) {
    return feature.getBundles().stream()
        .map(BundleInfo::getLocation)
        .flatMap(location -> jar(location).stream())
        .anyMatch(jar -> exported.matcher(exports(jar)).find());
  }

  /** Returns where the bundle of a Maven location lies, if it does. */
  Optional<Path> jar(String location) {
    String[] parts = location.replaceFirst("\\$.*", "").split("/");
    if (!location.startsWith(MAVEN) || parts.length < 3) {
      return Optional.empty();
    }
    String group = parts[0].substring(MAVEN.length()).replace('.', '/');
    String artifact = parts[1];
    String version = parts[2];
    Path jar =
        repository.resolve(
            group + '/' + artifact + '/' + version + '/' + artifact + '-' + version + ".jar");
    return Files.exists(jar) ? Optional.of(jar) : Optional.empty();
  }

  private static String exports(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      String exports =
          manifest == null ? null : manifest.getMainAttributes().getValue("Export-Package");
      return exports == null ? "" : exports;
    } catch (IOException e) {
      LOG.debug("{} cannot be read", jar, e);
      return "";
    }
  }
}
