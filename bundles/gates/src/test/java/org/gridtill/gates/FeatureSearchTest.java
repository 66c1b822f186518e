package org.gridtill.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes.Name;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureSearchTest {

  @TempDir Path repository;

  @BeforeEach
  void makeABundle() throws IOException {
    Path folder = Files.createDirectories(repository.resolve("com/example/codec/1.0"));
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
    manifest
        .getMainAttributes()
        .putValue("Export-Package", "com.example.other,com.example.codec;version=\"1.0\"");
    new JarOutputStream(Files.newOutputStream(folder.resolve("codec-1.0.jar")), manifest).close();
  }

  private FeatureSearch search(String... locations) {
    List<BundleInfo> bundles =
        List.of(locations).stream()
            .map(location -> proxy(BundleInfo.class, "getLocation", location))
            .toList();
    Feature feature =
        (Feature)
            Proxy.newProxyInstance(
                Feature.class.getClassLoader(),
                new Class<?>[] {Feature.class},
                (p, method, arguments) -> method.getName().equals("getName") ? "codecs" : bundles);
    return new FeatureSearch(
        proxy(FeaturesService.class, "listFeatures", new Feature[] {feature}), repository);
  }

  private static <T> T proxy(Class<T> type, String name, Object value) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (p, method, arguments) -> {
              assertThat(method.getName()).isEqualTo(name);
              return value;
            }));
  }

  @Test
  void findsTheFeatureWhoseBundleExportsAPackage() {
    FeatureSearch search = search("mvn:com.example/codec/1.0");

    assertThat(search.supplierOf("com.example.codec")).contains("codecs");
    assertThat(search.supplierOf("com.example.other")).contains("codecs");
    assertThat(search.supplierOf("com.example")).isEmpty();
    assertThat(search.supplierOf("example.codec")).isEmpty();
  }

  @Test
  void looksNowhereElse() {
    assertThat(
            search("https://example.com/a.jar", "mvn:com.example/absent/1.0", "mvn:x")
                .supplierOf("com.example.codec"))
        .isEmpty();
  }
}
