package org.gridtill.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.gridtill.tests.architecture.fixture.CoreService;
import org.gridtill.tests.architecture.fixture.FloatingMoney;
import org.gridtill.tests.architecture.fixture.Gauge;
import org.gridtill.tests.architecture.fixture.OldDates;
import org.gridtill.tests.architecture.fixture.OwnClock;
import org.gridtill.tests.architecture.fixture.Printer;
import org.gridtill.tests.architecture.fixture.RightClock;
import org.gridtill.tests.architecture.fixture.SeesCore;
import org.gridtill.tests.architecture.fixture.SocketAdapter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves of each rule that it can fail, and that it does not fail where it should not. */
class RulesTest {

  private static final String FIXTURES = "org.gridtill.tests.architecture.fixture";

  @TempDir Path temp;

  @ParameterizedTest
  @ValueSource(strings = {"adapters/a", "bundles/b", "api/platform", "tests/simulators/s"})
  void noModuleMaySeeACoreBundle(String path) {
    assertThat(Rules.CLASSES.brokenIn(twoModules(path, "bundles/core")))
        .containsExactly(
            path + ": " + FIXTURES + ".SeesCore sees " + FIXTURES + ".CoreService of bundles/core");
  }

  @ParameterizedTest
  @CsvSource({
    "adapters/a, api/adapter, true",
    "adapters/a, api/platform, false",
    "adapters/a, adapters/b, false",
    "bundles/b, api/platform, true",
    "bundles/b, adapters/a, false",
    "bundles/b, bundles/store, false",
    "api/adapter, api/platform, false",
    "api/platform, api/adapter, true",
    "tests/itests, bundles/b, true",
  })
  void modulesSeeOnlyWhatIsBelowThem(String from, String owner, boolean allowed) {
    assertThat(Rules.CLASSES.brokenIn(twoModules(from, owner))).hasSize(allowed ? 0 : 1);
  }

  @Test
  void aBundleSeesItsOwnPackageOfTheStoreAlone() {
    Module store = module("bundles/store", Map.of(), storeClasses());
    assertThat(Rules.IMPORTS.brokenIn(code(store, importing("bundles/credit", "credit"))))
        .isEmpty();
    assertThat(Rules.IMPORTS.brokenIn(code(store, importing("bundles/accounts", "credit"))))
        .containsExactly("bundles/accounts imports org.gridtill.store.credit of bundles/store");
  }

  private static Module importing(String path, String concern) {
    return module(path, Map.of("Import-Package", "org.gridtill.store." + concern));
  }

  private static Class<?>[] storeClasses() {
    return new Class<?>[] {org.gridtill.store.credit.Line.class};
  }

  @ParameterizedTest
  @ValueSource(strings = {"DynamicImport-Package", "Require-Bundle"})
  void nobodyGetsRoundTheImports(String header) {
    Module module = module("bundles/b", Map.of(header, "*"), CoreService.class);
    assertThat(Rules.IMPORTS.brokenIn(code(module)))
        .containsExactly("bundles/b has a " + header + " header");
  }

  @ParameterizedTest
  @CsvSource({
    "bundles/b, org.gridtill.b, false",
    "adapters/a, org.gridtill.adapter.a, false",
    "bundles/store, org.gridtill.store.credit, true",
    "bundles/store, org.gridtill.other, false",
    "bundles/trust, org.gridtill.api.platform.trust, true",
    "bundles/trust, org.gridtill.trust, false",
    "api/adapter, org.gridtill.api.adapter, true",
  })
  void onlyTheApiAndTheStoreExport(String path, String exported, boolean allowed) {
    Module module = module(path, Map.of("Export-Package", exported), CoreService.class);
    assertThat(Rules.EXPORTS.brokenIn(code(module)))
        .isEqualTo(allowed ? List.of() : List.of(path + " exports " + exported));
  }

  @ParameterizedTest
  @CsvSource({
    "bundles/trust, org.slf4j, false",
    "bundles/trust, org.osgi.framework.wiring, true",
    "bundles/trust, java.util.jar, true",
    "bundles/other, org.slf4j, true",
  })
  void trustWaitsForNobody(String path, String imported, boolean allowed) {
    Module module = module(path, Map.of("Import-Package", imported), CoreService.class);
    assertThat(Rules.IMPORTS.brokenIn(code(module)))
        .isEqualTo(allowed ? List.of() : List.of(path + " waits for " + imported));
  }

  @Test
  void aWrappedLibraryExportsItsOwnPackages() {
    Module derby = module("bundles/derby", Map.of("Export-Package", "org.apache.derby.jdbc"));
    assertThat(Rules.EXPORTS.brokenIn(code(derby))).isEmpty();
  }

  @Test
  void aTranslatorMayNotOwnASocket() {
    Module module = module("adapters/a", Map.of(), SocketAdapter.class);
    assertThat(Rules.TRANSLATORS.brokenIn(code(module)))
        .containsExactly("adapters/a: " + FIXTURES + ".SocketAdapter uses java.net.Socket");
  }

  @Test
  void floatingPointIsFoundInFieldsSignaturesAndCalls() {
    Module module = module("bundles/b", Map.of(), FloatingMoney.class);
    assertThat(Rules.EXACT.brokenIn(code(module)))
        .anyMatch(found -> found.contains("field") && found.contains("balance"))
        .anyMatch(found -> found.contains("signature") && found.contains("part("))
        .anyMatch(found -> found.contains("doubleValue()"));
  }

  @Test
  void onlyTheShellPrints() {
    assertThat(Rules.QUIET.brokenIn(code(module("bundles/b", Map.of(), Printer.class)))).hasSize(2);
    assertThat(Rules.QUIET.brokenIn(code(module("bundles/shell", Map.of(), Printer.class))))
        .isEmpty();
  }

  @Test
  void oldDatesAreFound() {
    assertThat(Rules.DATES.brokenIn(code(module("adapters/a", Map.of(), OldDates.class))))
        .containsExactly("adapters/a: " + FIXTURES + ".OldDates uses java.util.Date");
  }

  @Test
  void onlyThePlatformClockAsksTheTime() {
    assertThat(Rules.CLOCK.brokenIn(code(module("bundles/b", Map.of(), OwnClock.class))))
        .hasSize(3);
    assertThat(Rules.CLOCK.brokenIn(code(module("bundles/b", Map.of(), RightClock.class))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"400, 0", "401, 1"})
  void longSourceFilesAreFound(int lines, int found) throws IOException {
    Path file = Files.write(temp.resolve("Long.java"), Collections.nCopies(lines, "//"));
    Module module = new Module("bundles/b", List.of(), new Manifest(), List.of(file));
    assertThat(Rules.SHORT.brokenIn(code(module))).hasSize(found);
  }

  @Test
  void aParserWithoutALineIsFound() {
    CodeBase code = code(module("bundles/b", Map.of(), Gauge.class));
    String gauge = Gauge.class.getName();
    assertThat(ParserRules.brokenIn(code, new ParserList(Set.of(), List.of())))
        .containsExactly("bundles/b: " + gauge + " parses, and has no line in " + ParserList.FILE);
    assertThat(ParserRules.brokenIn(code, new ParserList(Set.of(gauge), List.of()))).isEmpty();
    assertThat(ParserRules.brokenIn(code, new ParserList(Set.of(gauge, "x.Y"), List.of())))
        .containsExactly(ParserList.FILE + ": there is no class x.Y");
  }

  @Test
  void aListOfParsersThatIsWrongIsFound() throws IOException {
    Path targets = Files.createDirectories(temp.resolve("tests/fuzz/src/test/java/a"));
    Files.writeString(targets.resolve("FuzzGoodTest.java"), "@FuzzTest");
    Files.writeString(targets.resolve("FuzzEmptyTest.java"), "");
    Files.writeString(targets.resolve("FuzzLeftTest.java"), "@FuzzTest");
    Files.write(
        temp.resolve(ParserList.FILE),
        List.of(
            "# words",
            "a.A = a.FuzzGoodTest",
            "a.B = a.FuzzEmptyTest",
            "a.C: why",
            "a.D",
            "a.C: x"));
    ParserList list = ParserList.read(temp);
    assertThat(list.parsers()).containsExactly("a.A", "a.B", "a.C");
    assertThat(list.mistakes())
        .containsExactly(
            ParserList.FILE + ": neither a target nor a reason: a.D",
            ParserList.FILE + ": twice: a.C",
            ParserList.FILE + ": there is no fuzz target a.FuzzEmptyTest",
            ParserList.FILE + ": no parser names the target a.FuzzLeftTest");
  }

  @Test
  void aTreeWithoutModulesIsAnError() {
    TreeScanner scanner = new TreeScanner(temp);
    assertThatThrownBy(scanner::scan)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no modules");
  }

  @Test
  void aModuleThatIsNotCompiledIsAnError() throws IOException {
    Files.createDirectories(temp.resolve("bundles/new/src/main/java"));
    Files.createFile(temp.resolve("bundles/new/pom.xml"));
    TreeScanner scanner = new TreeScanner(temp);
    assertThatThrownBy(scanner::scan).hasMessageContaining("is not compiled");
  }

  @Test
  void aDriverOfTestsMayBeBuiltLater() throws IOException {
    Files.createDirectories(temp.resolve("tests/later/src/main/java"));
    Files.createFile(temp.resolve("tests/later/pom.xml"));
    assertThat(new TreeScanner(temp).scan().modules())
        .extracting(Module::path)
        .containsExactly("tests/later");
  }

  private static CodeBase twoModules(String seeing, String seen) {
    return code(
        module(seeing, Map.of(), SeesCore.class), module(seen, Map.of(), CoreService.class));
  }

  private static CodeBase code(Module... modules) {
    return new CodeBase(List.of(modules));
  }

  private static Module module(String path, Map<String, String> headers, Class<?>... classes) {
    Manifest manifest = new Manifest();
    headers.forEach(
        (name, value) -> manifest.getMainAttributes().put(new Attributes.Name(name), value));
    return new Module(
        path,
        new ClassFileImporter().importClasses(classes).stream().toList(),
        manifest,
        List.of());
  }
}
