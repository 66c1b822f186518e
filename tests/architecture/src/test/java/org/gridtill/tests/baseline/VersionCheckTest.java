package org.gridtill.tests.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aQute.bnd.service.diff.Delta;
import aQute.bnd.version.Version;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compiles two versions of a tiny API and compares them. */
class VersionCheckTest {

  private static final String BEFORE = "void pay(); int VALUE = 1;";

  @TempDir Path temp;
  private Api baseline;

  @BeforeEach
  void compileBaseline() throws Exception {
    baseline = compile("0.1.0", BEFORE);
  }

  @Test
  void nothingChanged() throws Exception {
    assertThat(VersionCheck.problems(baseline, compile("0.1.0", BEFORE))).isEmpty();
  }

  @Test
  void aRemovedMethodBreaks() throws Exception {
    assertThat(VersionCheck.problems(baseline, compile("0.1.0", "int VALUE = 1;")))
        .containsExactly(
            "example.api: removed method Consumer.pay(), removed method Provider.pay():"
                + " needs 0.2.0, is 0.1.0");
    assertThat(VersionCheck.problems(baseline, compile("0.1.9", "int VALUE = 1;"))).hasSize(1);
    assertThat(VersionCheck.problems(baseline, compile("0.2.0", "int VALUE = 1;"))).isEmpty();
  }

  @Test
  void aMethodAddedToAConsumerTypeBreaks() throws Exception {
    Api current = compile("0.1.1", BEFORE, BEFORE + " void undo();");
    assertThat(VersionCheck.problems(baseline, current))
        .containsExactly("example.api: added method Consumer.undo(): needs 0.2.0, is 0.1.1");
  }

  @Test
  void aMethodAddedToAProviderTypeIsCompatible() throws Exception {
    String after = BEFORE + " void undo();";
    assertThat(VersionCheck.problems(baseline, compile("0.1.0", after, BEFORE)))
        .containsExactly("example.api: added method Provider.undo(): needs 0.1.1, is 0.1.0");
    assertThat(VersionCheck.problems(baseline, compile("0.1.1", after, BEFORE))).isEmpty();
  }

  @Test
  void aDefaultMethodAddedToAConsumerTypeIsCompatible() throws Exception {
    Api current = compile("0.1.0", BEFORE, BEFORE + " default void undo() {}");
    assertThat(VersionCheck.problems(baseline, current))
        .containsExactly("example.api: added method Consumer.undo(): needs 0.1.1, is 0.1.0");
  }

  @Test
  void aChangedResultBreaks() throws Exception {
    Api current = compile("0.1.1", BEFORE.replace("void", "long"), BEFORE);
    assertThat(VersionCheck.problems(baseline, current))
        .containsExactly(
            "example.api: removed return void of Provider.pay(): needs 0.2.0, is 0.1.1");
  }

  @Test
  void fromOneOnTheRulesAreThoseOfOsgi() throws Exception {
    Api stable = compile("1.2.3", BEFORE);
    assertThat(VersionCheck.problems(stable, compile("1.9.0", "int VALUE = 1;")))
        .singleElement()
        .asString()
        .endsWith("needs 2.0.0, is 1.9.0");
    assertThat(VersionCheck.problems(stable, compile("1.2.4", BEFORE + " void undo();", BEFORE)))
        .containsExactly("example.api: added method Provider.undo(): needs 1.3.0, is 1.2.4");
  }

  @Test
  void aVersionDoesNotGoDown() throws Exception {
    assertThat(VersionCheck.problems(compile("0.1.1", BEFORE), baseline))
        .containsExactly("example.api: the version went down: needs 0.1.1, is 0.1.0");
  }

  @Test
  void aRemovedPackageRaisesTheBundle() {
    Api empty = new Api("example", baseline.version(), List.of());
    assertThat(VersionCheck.problems(baseline, empty))
        .containsExactly("example: removed package example.api: needs 0.2.0, is 0.1.0");
  }

  @Test
  void theFileHoldsAllThatTheComparisonNeeds() throws Exception {
    Path file = temp.resolve("baseline.txt");
    BaselineFile.write(file, baseline);
    Api read = BaselineFile.read(file);
    assertThat(read.bundle()).isEqualTo("example");
    assertThat(read.version()).isEqualTo(baseline.version());
    assertThat(read.packages()).hasToString(baseline.packages().toString());
    assertThat(VersionCheck.problems(read, compile("0.1.1", BEFORE, BEFORE + " void undo();")))
        .containsExactly("example.api: added method Consumer.undo(): needs 0.2.0, is 0.1.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not a baseline", "bundle example 0.1.0\n???"})
  void aBrokenFileIsRefused(String text) throws IOException {
    Path file = Files.writeString(temp.resolve("baseline.txt"), text);
    assertThatThrownBy(() -> BaselineFile.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(file + " is no baseline");
  }

  private Api compile(String version, String members) throws Exception {
    return compile(version, members, members);
  }

  /** Compiles a package with one type that platforms implement and one that adapters do. */
  private Api compile(String version, String provider, String consumer) throws Exception {
    Path bundle = Files.createTempDirectory(temp, "bundle");
    Path provided = source(bundle, "Provider", provider);
    Path consumed = source(bundle, "Consumer", consumer);
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-d",
                bundle.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                provided.toString(),
                consumed.toString());
    assertThat(result).as("exit of the compiler").isZero();
    writeManifest(bundle, version);
    return Api.of(bundle);
  }

  private static Path source(Path folder, String kind, String members) throws IOException {
    return Files.writeString(
        folder.resolve(kind + ".java"),
        "package example.api; @org.osgi.annotation.versioning.%sType public interface %s { %s }"
            .formatted(kind, kind, members));
  }

  private static void writeManifest(Path bundle, String version) throws IOException {
    Manifest manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.putValue("Bundle-ManifestVersion", "2");
    headers.putValue("Bundle-SymbolicName", "example");
    headers.putValue("Bundle-Version", "0.1.0.SNAPSHOT");
    headers.putValue("Export-Package", "example.api;version=" + version);
    Path folder = Files.createDirectories(bundle.resolve("META-INF"));
    try (OutputStream out = Files.newOutputStream(folder.resolve("MANIFEST.MF"))) {
      manifest.write(out);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0.1.0, MAJOR, 0.2.0",
    "0.1.0, MINOR, 0.1.1",
    "0.1.0, MICRO, 0.1.0",
    "0.1.0, UNCHANGED, 0.1.0",
    "3.1.4, MAJOR, 4.0.0",
    "3.1.4, MINOR, 3.2.0",
    "3.1.4, MICRO, 3.1.4",
  })
  void theRequiredVersion(String before, String delta, String required) {
    assertThat(VersionCheck.required(new Version(before), Delta.valueOf(delta)))
        .hasToString(required);
  }
}
