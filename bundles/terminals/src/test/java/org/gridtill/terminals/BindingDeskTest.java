package org.gridtill.terminals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gridtill.api.platform.terminals.Binding;
import org.gridtill.api.platform.terminals.CollectorCard.State;
import org.gridtill.api.platform.terminals.Terminal;
import org.gridtill.api.platform.terminals.TerminalKind;
import org.gridtill.store.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cards, SIMs and what binds them to terminals, on a real database. */
class BindingDeskTest {

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

  @Test
  void twoPersonsBind() {
    site.bound();
    GuardsHarness other = new GuardsHarness(database).bound();
    site.bindings.request(site.terminal, site.cardNo, other.iccid, "anna");

    assertThatThrownBy(() -> site.bindings.approve(site.terminal, site.cardNo, other.iccid, "anna"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("another person");
    assertThat(state(other.iccid)).isEqualTo(Binding.State.REQUESTED);
    site.bindings.approve(site.terminal, site.cardNo, other.iccid, "ben");
    assertThat(state(other.iccid)).isEqualTo(Binding.State.BOUND);
    assertThatThrownBy(() -> site.bindings.approve(site.terminal, site.cardNo, other.iccid, "cleo"))
        .hasMessageContaining("nobody asked");
    assertThatThrownBy(() -> site.bindings.request(site.terminal, site.cardNo, other.iccid, "anna"))
        .hasMessageContaining("bound already");
  }

  private Binding.State state(String iccid) {
    return site.bindings.list().stream()
        .filter(each -> each.terminalCode().equals(site.terminal) && each.iccid().equals(iccid))
        .findFirst()
        .orElseThrow()
        .state();
  }

  @Test
  void whatEndedIsBoundAnewByTwoPersonsOnly() {
    site.bound();
    site.bindings.end(site.terminal, site.cardNo, site.iccid, "ben");
    assertThat(site.bindings.list()).noneMatch(each -> each.terminalCode().equals(site.terminal));
    assertThatThrownBy(() -> site.bindings.approve(site.terminal, site.cardNo, site.iccid, "ben"))
        .hasMessageContaining("nobody asked");
    assertThatThrownBy(() -> site.bindings.end(site.terminal, site.cardNo, site.iccid, "ben"))
        .hasMessageContaining("no such binding");
    site.bind(site.cardNo, site.iccid);
    assertThat(state(site.iccid)).isEqualTo(Binding.State.BOUND);
  }

  @Test
  void aCardBelongsToOneTerminalUnlessPolicySaysOtherwise() {
    site.bound();
    GuardsHarness other = new GuardsHarness(database).bound();
    assertThatThrownBy(
            () -> other.bindings.request(other.terminal, site.cardNo, other.iccid, "anna"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("belongs to terminal " + site.terminal);
    GuardsHarness second = new GuardsHarness(database).bound();
    second.cards.add("99" + second.cardNo, "anna");
    second.bind("99" + second.cardNo, second.iccid);
    assertThat(second.bindings.list())
        .as("one terminal has many cards")
        .filteredOn(each -> each.terminalCode().equals(second.terminal))
        .hasSize(2);
  }

  @Test
  void whatIsGoneOrUnknownIsNotBound() {
    site.bound();
    String terminal = site.terminal;
    assertThatThrownBy(() -> site.bindings.request("NONE", site.cardNo, site.iccid, "anna"))
        .hasMessageContaining("no terminal NONE");
    assertThatThrownBy(() -> site.bindings.request(terminal, "12345678", site.iccid, "anna"))
        .hasMessageContaining("no card 12345678");
    assertThatThrownBy(() -> site.bindings.request(terminal, site.cardNo, "8986", "anna"))
        .hasMessageContaining("no SIM 8986");
    assertThatThrownBy(() -> site.bindings.request(terminal, "", site.iccid, "anna"))
        .hasMessageContaining("a pos is bound to a card");
    assertThatThrownBy(() -> site.bindings.request(terminal, site.cardNo, "", "anna"))
        .hasMessageContaining("a pos is bound to a SIM");
    site.registry.register("K" + terminal, "A001", "kiosk", TerminalKind.KIOSK, "");
    assertThatThrownBy(() -> site.bindings.request("K" + terminal, site.cardNo, site.iccid, "anna"))
        .hasMessageContaining("a kiosk has no card");
    site.registry.setStatus(terminal, Terminal.Status.REVOKED);
    assertThatThrownBy(() -> site.bindings.request(terminal, site.cardNo, site.iccid, "anna"))
        .hasMessageContaining("is revoked");
  }

  @Test
  void aCardThatWasLostBetweenRequestAndApprovalIsNotBound() {
    site.bound();
    GuardsHarness other = new GuardsHarness(database).bound();
    site.bindings.request(site.terminal, site.cardNo, other.iccid, "anna");
    site.cards.lost(site.cardNo, "anna");
    assertThatThrownBy(() -> site.bindings.approve(site.terminal, site.cardNo, other.iccid, "ben"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("lost");
    GuardsHarness third = new GuardsHarness(database).bound();
    third.bindings.request(third.terminal, third.cardNo, other.iccid, "anna");
    other.sims.revoke(other.iccid, "anna");
    assertThatThrownBy(
            () -> third.bindings.approve(third.terminal, third.cardNo, other.iccid, "ben"))
        .hasMessageContaining("is revoked");
  }

  @Test
  void aCardGoesFromStockToItsCollectorAndNeverBack() {
    site.cards.add(site.cardNo, "anna");
    assertThatThrownBy(() -> site.cards.add(site.cardNo, "anna"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("already");
    assertThatThrownBy(() -> site.cards.setPin(site.cardNo, "8024".toCharArray(), "anna"))
        .hasMessageContaining("is not out");
    site.cards.issue(site.cardNo, GuardsHarness.COLLECTOR, "8024".toCharArray(), "anna");
    assertThatThrownBy(
            () ->
                site.cards.issue(
                    site.cardNo, GuardsHarness.COLLECTOR, "8024".toCharArray(), "anna"))
        .hasMessageContaining("is not in stock");
    site.cards.retire(site.cardNo, "anna");
    assertThatThrownBy(() -> site.cards.lost(site.cardNo, "anna"))
        .hasMessageContaining("lost or retired already");
    assertThatThrownBy(() -> site.cards.setPin(site.cardNo, "8024".toCharArray(), "anna"))
        .hasMessageContaining("is not out");
    assertThat(site.cards.find(site.cardNo).orElseThrow().state()).isEqualTo(State.RETIRED);
    assertThatThrownBy(() -> site.cards.lost("12345678", "anna"))
        .hasMessageContaining("no card 12345678");
  }

  @ParameterizedTest
  @ValueSource(strings = {"123", "1234567890123", "12a4", "1111", "1234", "9876", ""})
  void aPinThatAThiefTriesFirstIsRefused(String pin) {
    site.cards.add(site.cardNo, "anna");
    assertThatThrownBy(
            () -> site.cards.issue(site.cardNo, GuardsHarness.COLLECTOR, pin.toCharArray(), "anna"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PIN")
        .hasMessageNotContaining("PIN " + pin + ' ');
    assertThat(site.cards.find(site.cardNo).orElseThrow().state()).isEqualTo(State.IN_STOCK);
  }

  @Test
  void numbersAreChecked() {
    assertThatThrownBy(() -> site.cards.add("123", "anna")).hasMessageContaining("card number");
    assertThatThrownBy(() -> site.sims.add("8986001234567890123", site.imsi, "anna"))
        .hasMessageContaining("check digit");
    assertThatThrownBy(() -> site.sims.add(site.iccid, "46000", "anna"))
        .hasMessageContaining("IMSI");
    site.sims.add(site.iccid, site.imsi, "anna");
    GuardsHarness other = new GuardsHarness(database);
    assertThatThrownBy(() -> site.sims.add(other.iccid, site.imsi, "anna"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("already");
    assertThatThrownBy(() -> site.sims.revoke("8986", "anna")).hasMessageContaining("no SIM");
  }
}
