package org.gridtill.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridtill.simulator.pos.IdentityCard;
import org.gridtill.simulator.pos.PosAnswer;
import org.gridtill.simulator.pos.PosMessage;
import org.gridtill.simulator.pos.PosTerminal;
import org.gridtill.simulator.pos.SimCard;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/**
 * Payment cars, which must prove identity card, PIN and SIM. Each test has one of its own; the last
 * one's card and SIM serve as those of somebody else.
 */
public class Shifts {

  static final int TERMINALS = 8;

  private static final String PIN = "2580";
  private static final String COLLECTOR = "C01";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private Site site;
  private PosTerminal terminal;
  private IdentityCard card;
  private SimCard sim;
  private String code;

  @Before
  public void signOn() throws IOException {
    site = Site.current();
    int number = NUMBER.incrementAndGet();
    if (number >= TERMINALS) {
      NUMBER.set(1);
      number = 1;
    }
    code = String.format(Locale.ROOT, "V%07d", number);
    card = card(number);
    sim = SimCard.test(number);
    String agency = String.format(Locale.ROOT, "A%03d", Distribution.AGENCIES);
    terminal = Agent.terminal(code, agency).collector(COLLECTOR).build();
    assertThat(terminal.signOn().code()).isEqualTo("00");
  }

  private static IdentityCard card(int number) {
    return new IdentityCard(String.format(Locale.ROOT, "88%08d", number), COLLECTOR);
  }

  @After
  public void leave() throws IOException {
    terminal.close();
  }

  private PosAnswer pay() throws IOException {
    String consumer = site.debtor();
    return terminal.pay(consumer, terminal.query(consumer).amountFen());
  }

  @Test
  public void moneyMovesOnlyInAShiftThatCardPinAndSimHaveOpened() throws IOException {
    PosAnswer without = pay();
    assertThat(without.code()).isEqualTo("D1");
    assertThat(without.text()).startsWith("Card guard: ");

    PosAnswer opened = terminal.openShift(card, PIN, sim);
    assertThat(opened.code()).isEqualTo("00");
    assertThat(opened.authentic()).isTrue();
    assertThat(pay().code()).isEqualTo("00");
    assertThat(site.distribution().shell("gridtill:shift-list")).contains(code, card.cardNo());

    assertThat(terminal.closeShift(IdentityCard.shiftNo(opened)).code()).isEqualTo("00");
    assertThat(pay().code()).isEqualTo("D1");
  }

  @Test
  public void eachGuardThatRefusesIsNamed() throws IOException {
    assertThat(terminal.openShift(card, "1357", sim).code()).isEqualTo("55");
    PosAnswer otherCard = terminal.openShift(card(TERMINALS), PIN, sim);
    assertThat(otherCard.code()).isEqualTo("D2");
    assertThat(otherCard.text()).startsWith("Card guard: ").contains("not bound");
    PosAnswer otherSim = terminal.openShift(card, PIN, SimCard.test(TERMINALS));
    assertThat(otherSim.code()).isEqualTo("D3");
    assertThat(otherSim.text()).startsWith("SIM guard: ");
    assertThat(terminal.openShift(card, PIN, null).code()).isEqualTo("D3");

    String alarms = site.distribution().shell("gridtill:alarm-list");
    assertThat(alarms.lines().filter(line -> line.contains(code)))
        .anyMatch(line -> line.contains("SIM_REFUSED"))
        .anyMatch(line -> line.contains("WRONG_PIN"))
        .noneMatch(line -> line.contains(PIN) || line.contains("1357"));
  }

  @Test
  public void aCapturedOpeningIsWorthNothing() throws IOException {
    PosAnswer challenge = terminal.exchange(terminal.requests().askChallenge());
    terminal.requests().collector(COLLECTOR);
    PosMessage opening = terminal.shiftRequest(card, PIN, sim, challenge);
    byte[] captured = terminal.frame(opening);
    PosAnswer opened = terminal.exchange(opening);
    assertThat(opened.code()).isEqualTo("00");
    assertThat(terminal.closeShift(IdentityCard.shiftNo(opened)).code()).isEqualTo("00");

    terminal.sendFrame(captured);
    assertThat(new String(terminal.receiveFrame(), java.nio.charset.StandardCharsets.ISO_8859_1))
        .contains("D2");
    assertThat(pay().code()).isEqualTo("D1");
  }

  @Test
  public void aLostCardStopsInTheMiddleOfItsShift() throws IOException {
    assertThat(terminal.openShift(card, PIN, sim).code()).isEqualTo("00");
    assertThat(pay().code()).isEqualTo("00");
    site.distribution().shell("gridtill:card-lost " + card.cardNo());
    assertThat(pay().code()).isEqualTo("D1");
    assertThat(terminal.openShift(card, PIN, sim).code()).isEqualTo("D2");
    assertThat(site.distribution().shell("gridtill:trial-balance")).contains("balanced");
  }

  @Test
  public void aStolenTerminalNeverWorksAgain() throws IOException {
    assertThat(terminal.openShift(card, PIN, sim).code()).isEqualTo("00");
    site.distribution().shell("gridtill:terminal-revoke " + code);
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> site.distribution().shell("gridtill:terminal-unblock " + code))
        .hasMessageContaining("is revoked");
    Eventually.holds(
        "it is refused", SharedSite.PATIENCE, () -> terminal.echo().code().equals("58"));
  }
}
