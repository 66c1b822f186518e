package org.gridtill.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.Map;
import java.util.Set;
import org.gridtill.api.platform.gates.AdapterShare;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How shares are kept. */
class SharesComponentTest {

  private static final AdapterShare TEN =
      new AdapterShare("pos", "1.2.0", 10, Set.of("T0000002", "T0000001"));

  @TempDir Path etc;
  private final FakeConfigurations configurations = new FakeConfigurations();

  private SharesComponent start() {
    SharesComponent shares = new SharesComponent(configurations.admin(), etc);
    configurations.listener = shares;
    return shares;
  }

  private Path file() {
    return etc.resolve("org.gridtill.gates.share-pos.cfg");
  }

  @Test
  void aShareCountsAtOnceAndIsWrittenToEtc() throws IOException {
    SharesComponent shares = start();
    assertThat(shares.of("pos")).isEmpty();
    shares.give(TEN, "alice");

    assertThat(shares.of("pos")).contains(TEN);
    assertThat(shares.shares()).containsExactly(TEN);
    assertThat(Files.readAllLines(file()))
        .containsExactly(
            "adapter = pos", "percent = 10", "terminals = T0000001,T0000002", "version = 1.2.0");
    assertThat(etc).isDirectoryContaining(file()::equals);
    assertThat(
            configurations
                .kept
                .get("org.gridtill.gates.share~pos")
                .get("felix.fileinstall.filename"))
        .isEqualTo(file().toAbsolutePath().toUri().toString());
  }

  @Test
  void anotherShareTakesThePlaceOfTheOneBefore() throws IOException {
    SharesComponent shares = start();
    shares.give(TEN, "alice");
    AdapterShare more = new AdapterShare("pos", "1.2.0", 50, Set.of());
    shares.give(more, "alice");
    assertThat(shares.shares()).containsExactly(more);
    assertThat(configurations.kept).hasSize(1);
    assertThat(etc).isDirectoryNotContaining(file -> file.toString().endsWith(".draft"));
  }

  @Test
  void itIsThereAgainAfterARestart() throws IOException {
    start().give(TEN, "alice");
    assertThat(start().of("pos")).contains(TEN);
  }

  @Test
  void anEndedOneIsGone() throws IOException {
    SharesComponent shares = start();
    shares.give(TEN, "alice");
    assertThat(shares.end("pos", "bob")).isTrue();
    assertThat(shares.shares()).isEmpty();
    assertThat(file()).doesNotExist();
    assertThat(shares.end("pos", "bob")).isFalse();
  }

  @Test
  void oneThatIsWrittenByHandCountsAndAWrongOneDoesNot() {
    SharesComponent shares = start();
    configurations.put(
        "org.gridtill.gates.share~a",
        new Hashtable<>(Map.of("adapter", "pos", "version", "1.2.0", "percent", " 7 ")));
    assertThat(shares.shares()).containsExactly(new AdapterShare("pos", "1.2.0", 7, Set.of()));
    configurations.put(
        "org.gridtill.gates.share~a",
        new Hashtable<>(Map.of("adapter", "pos", "version", "1.2.0", "percent", "many")));
    assertThat(shares.shares()).isEmpty();
  }

  @Test
  void whatCannotBeKeptDoesNotCount() throws IOException {
    SharesComponent shares = start();
    Files.delete(etc);
    assertThatThrownBy(() -> shares.give(TEN, "alice")).isInstanceOf(IOException.class);
    assertThat(shares.shares()).isEmpty();
    Files.createDirectory(etc);
  }
}
