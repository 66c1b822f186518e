package org.gridtill.build.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cyclonedx.Version;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Makes bills of small distributions, good ones and bad ones. */
class MakeBillTest {

  @TempDir private Path work;

  private TestAssembly assembly;

  @BeforeEach
  void make() throws IOException {
    assembly = TestAssembly.sound(Files.createDirectory(work.resolve("assembly")));
  }

  @Test
  void everyJarIsNamedWithItsDigestAndLicense() throws Exception {
    Bom bill = parse(bill());

    assertThat(bill.getComponents())
        .extracting(Component::getPurl)
        .containsExactly(
            "pkg:maven/org.example/loud@1.0?type=jar",
            "pkg:maven/org.example/silent@2.0?classifier=uber&type=jar");
    assertThat(bill.getComponents())
        .extracting(component -> component.getLicenses().getExpression().getValue())
        .containsExactly("Apache-2.0", "MIT");
    assertThat(bill.getComponents().get(0).getHashes().get(0).getValue()).hasSize(64);
  }

  @Test
  void theBillKeepsToTheSchema() throws Exception {
    assembly.jar("lib/boot/boot-3.jar", "Apache-2.0", "org.example:boot:3", "org.example:silent:9");

    assertThat(new JsonParser().validate(Files.readAllBytes(bill()), Version.VERSION_16)).isEmpty();
  }

  @Test
  void theSameDistributionGivesTheSameBytes() throws Exception {
    String first = Files.readString(bill());

    assertThat(Files.readString(bill())).isEqualTo(first);
  }

  @Test
  void whatIsPackedInsideIsNamedInside() throws Exception {
    assembly.jar(
        "system/org/example/fat/1/fat-1.jar",
        "Apache-2.0",
        "org.example:fat:1",
        "org.example:silent:2.0");

    Component fat = parse(bill()).getComponents().get(0);

    assertThat(fat.getComponents())
        .extracting(Component::getPurl)
        .containsExactly("pkg:maven/org.example/silent@2.0?type=jar");
  }

  @Test
  void whatWePackOurselvesIsNamedToo() throws Exception {
    assembly.jar("system/org/gridtill/org.gridtill.derby/1/org.gridtill.derby-1.jar", "Apache-2.0");

    Bom bill = parse(bill("org.gridtill.derby=org.example:silent:5"));

    assertThat(bill.getComponents())
        .flatExtracting(component -> orEmpty(component.getComponents()))
        .extracting(Component::getVersion)
        .containsExactly("5");
  }

  @Test
  void aJarUnderTheGplIsRefused() throws IOException {
    assembly.jar("system/org/example/free/1/free-1.jar", "GPL-3.0-only");

    assertRefused(
        "org.example:free:1 has the license GPL-3.0-only, which is not allowed",
        "spell GPL-3.0-only = GPL-3.0-only -- its name");
  }

  @Test
  void oneUnderTheGplPackedInsideIsRefused() throws IOException {
    assembly.jar("system/org/example/fat/1/fat-1.jar", "Apache-2.0", "org.free:hidden:7");

    assertRefused(
        "org.free:hidden:7 inside of system/org/example/fat/1/fat-1.jar has the license AGPL-3.0-only",
        "state org.free:hidden = AGPL-3.0-only -- its README");
  }

  @Test
  void aLicenseThatNobodyKnowsIsRefused() throws IOException {
    assembly.jar("system/org/example/odd/1/odd-1.jar", "My own; link=\"x\"");

    assertRefused("org.example:odd:1 has the license 'My own', which no line spells");
  }

  @Test
  void aJarWithoutALicenseIsRefused() throws IOException {
    assembly.jar("lib/ext/mute-1.jar", null, "org.mute:mute:1");

    assertRefused("org.mute:mute:1 does not tell its license");
  }

  @Test
  void aStatementDoesNotHideWhatAJarSaysOfItself() throws IOException {
    assembly.jar("system/org/example/odd/1/odd-1.jar", "My own");

    assertRefused("has the license 'My own'", "state org.example:* = MIT -- all of them");
  }

  @Test
  void aLicenseThatTheNoticeDoesNotNameIsRefused() throws IOException {
    assembly.notice("Apache-2.0");

    assertRefused("NOTICE does not name MIT");
  }

  @Test
  void aLineThatNothingNeedsIsRefused() throws IOException {
    assertRefused(
        "the line 'state org.gone:gone' is of no use any more",
        "state org.gone:gone = MIT -- it was there once");
  }

  @Test
  void aJarThatCannotBeNamedIsRefused() throws IOException {
    assembly.jar("lib/boot/stranger.jar", "Apache-2.0");

    assertThatThrownBy(this::bill).hasMessage("nothing tells the coordinates of stranger.jar");
  }

  @Test
  void anEmptyDistributionIsRefused() throws IOException {
    Path empty = Files.createDirectory(work.resolve("empty"));

    assertThatThrownBy(
            () -> MakeBill.main(new String[] {"" + empty, "" + assembly.terms(), "1", "x"}))
        .hasMessageContaining("no jars in");
  }

  private void assertRefused(String why, String... moreTerms) throws IOException {
    Path terms = assembly.terms(moreTerms);
    Path bill = work.resolve("bom.json");
    String[] arguments = {"" + assembly.folder, "" + terms, "1", "" + bill};
    assertThatThrownBy(() -> MakeBill.main(arguments))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(why);
    assertThat(bill).doesNotExist();
  }

  private Path bill(String... packed) throws IOException {
    Path bill = work.resolve("bom.json");
    List<String> arguments = List.of("" + assembly.folder, "" + assembly.terms(), "1.0", "" + bill);
    MakeBill.main(Stream.concat(arguments.stream(), Stream.of(packed)).toArray(String[]::new));
    return bill;
  }

  private static Bom parse(Path bill) throws Exception {
    return new JsonParser().parse(Files.readAllBytes(bill));
  }

  private static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : list;
  }
}
