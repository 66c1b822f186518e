package org.gridtill.terminals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.gridtill.api.platform.files.BadFileException;
import org.gridtill.api.platform.terminals.Binding;
import org.gridtill.api.platform.terminals.TerminalImport.Imported;
import org.gridtill.store.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Importing terminals with what is bound to them, on a real database. */
class TerminalImporterTest {

  private static final String HEADER = "terminal,kind,serial,agency,adapter,card,iccid,imsi\n";
  private static TestDatabase database;

  @BeforeAll
  static void openDatabase() {
    database = new TestDatabase();
  }

  @AfterAll
  static void closeDatabase() {
    database.close();
  }

  private final GuardsHarness site = new GuardsHarness(database);
  private final GuardsHarness other = new GuardsHarness(database);

  private static String line(GuardsHarness of) {
    return String.join(
            ",",
            of.terminal,
            "pos",
            "SN-" + of.terminal,
            "A001",
            "pos",
            of.cardNo,
            of.iccid,
            of.imsi)
        + '\n';
  }

  private Imported run(String lines) throws IOException {
    return site.importer.importFrom(new StringReader(HEADER + lines), "anna");
  }

  private List<String> bad(String lines) {
    return catchThrowableOfType(BadFileException.class, () -> run(lines)).lines().stream()
        .map(Object::toString)
        .toList();
  }

  @Test
  void importsTerminalsCardsSimsAndAsksForTheirBindings() throws Exception {
    String kiosk = "K" + site.terminal + ",kiosk,,A001,pos,,,\n";
    assertThat(run(line(site) + line(other) + kiosk)).isEqualTo(new Imported(3, 2, 2, 2));
    assertThat(site.registry.find(site.terminal).orElseThrow().serialNo())
        .isEqualTo("SN-" + site.terminal);
    assertThat(site.bindings.list())
        .filteredOn(each -> each.terminalCode().equals(site.terminal))
        .extracting(Binding::state)
        .containsExactly(Binding.State.REQUESTED);
  }

  @Test
  void oneTerminalMayStandInManyLinesWithACardEach() throws Exception {
    String second = line(site).replace(site.cardNo, other.cardNo);
    assertThat(run(line(site) + second)).isEqualTo(new Imported(1, 2, 1, 2));
  }

  @Test
  void aBadLineLetsNothingIn() {
    assertThat(bad(line(site) + line(other).replace(",pos,SN", ",phone,SN")))
        .containsExactly("line 3: the kind is pos, kiosk, payment-car or pc, not phone");
    assertThat(site.registry.find(site.terminal)).isEmpty();
    assertThat(site.cards.find(site.cardNo)).isEmpty();
    assertThat(site.sims.list()).noneMatch(sim -> sim.iccid().equals(site.iccid));
  }

  @Test
  void eachBadLineIsNamed() {
    String unknownAgency = line(site).replace("A001", "A999");
    String noSubscriber = line(other).replace(other.imsi, "");
    String wrongDigit = line(other).replace(other.iccid, other.iccid.replaceFirst("8", "7"));
    assertThat(bad(unknownAgency + noSubscriber + wrongDigit + "x,y\n" + line(site)))
        .containsExactly(
            "line 2: there is no agency A999",
            "line 3: ICCID and IMSI belong together",
            "line 4: the ICCID's check digit is wrong",
            "line 5: 2 values, not 8",
            "line 6: line 2 says something else of terminal " + site.terminal);
  }

  @Test
  void whatContradictsItselfOrTheRegistryIsBad() throws Exception {
    run(line(site));
    assertThat(bad(line(site).replace("SN-", "XX-")))
        .containsExactly("line 2: terminal " + site.terminal + " is registered with other data");
    assertThat(bad(line(other).replace("SN-" + other.terminal, "SN-" + site.terminal)))
        .containsExactly(
            "line 2: serial number SN-" + site.terminal + " is that of terminal " + site.terminal);
    assertThat(bad(line(other).replace(other.imsi, site.imsi)))
        .containsExactly("line 2: IMSI " + site.imsi + " is that of another SIM");
    assertThat(bad(line(other).replace(other.iccid, site.iccid)))
        .containsExactly("line 2: SIM " + site.iccid + " has another IMSI");
    assertThat(bad(line(other).replace(other.cardNo, site.cardNo)))
        .containsExactly("line 2: card " + site.cardNo + " belongs to terminal " + site.terminal);
    assertThat(bad(line(other) + line(other))).containsExactly("line 3: the same as line 2");
  }

  @Test
  void importingTwiceAsksAgainAndAddsNothing() throws Exception {
    run(line(site));
    assertThat(run(line(site))).isEqualTo(new Imported(0, 0, 0, 1));
    site.bindings.approve(site.terminal, site.cardNo, site.iccid, "ben");
    assertThat(bad(line(site))).containsExactly("line 2: these are bound already");
  }
}
