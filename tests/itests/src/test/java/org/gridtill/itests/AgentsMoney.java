package org.gridtill.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridtill.simulator.pos.PosMessage;
import org.junit.Test;

/** What agencies and collectors may hold, and how their money gets to the bank. */
public class AgentsMoney extends SharedSite {

  private static final Pattern REFERENCE = Pattern.compile("GT\\d{8}");

  @Test
  public void aCollectorWhomNobodyKnowsTakesNothing() throws IOException {
    terminal.requests().collector("C77");
    assertThat(pay(1000).code()).isEqualTo("56");
    assertThat(agent.recorded()).isEmpty();
  }

  @Test
  public void aLimitNeedsTwoPersonsAndHoldsFromTheNextMessageOn() throws Exception {
    String collector = agent.code() + "/C01";
    terminal.requests().collector("C01");
    assertThat(pay(1000).code()).isEqualTo("00");
    as(Distribution.CLERK, "limit-request " + collector + " 15.00 \"sells little\"");
    assertThatThrownBy(() -> as(Distribution.CLERK, "limit-authorize " + collector + " 15.00"))
        .isInstanceOf(IOException.class);
    assertThat(pay(500).code()).as("one person is not enough").isEqualTo("00");

    as(Distribution.SUPERVISOR, "limit-authorize " + collector + " 15.00");

    assertThat(pay(1).code()).isEqualTo("61");
    terminal.requests().collector("C02");
    assertThat(pay(1).code()).as("another collector").isEqualTo("00");
  }

  @Test
  public void aSuspensionHoldsFromTheNextMessageOn() throws Exception {
    shell("holder-suspend " + agent.code() + " \"an audit\"");
    assertThat(pay(1000).code()).isEqualTo("57");
    shell("holder-resume " + agent.code());
    assertThat(pay(1000).code()).isEqualTo("00");
  }

  @Test
  public void remittedMoneyIsFreeWhenItHasArrivedAndCannotBeUndone() throws Exception {
    terminal.requests().collector("C01");
    PosMessage first = prepayment(12_300);
    assertThat(terminal.exchange(first).code()).isEqualTo("00");
    terminal.requests().collector("");
    assertThat(pay(2_700).code()).isEqualTo("00");
    Matcher reference =
        REFERENCE.matcher(as(Distribution.CLERK, "remittance-close " + agent.code()));
    assertThat(reference.find()).isTrue();
    String number = String.valueOf(Integer.parseInt(reference.group().substring(2)));
    terminal.requests().collector("C01");
    assertThat(terminal.voidTransaction(first).code()).as("remitted").isEqualTo("21");
    as(Distribution.CLERK, "remittance-declare " + number + " 150.00");
    as(Distribution.CLERK, "remittance-deposited " + number + " SLIP-1 150.00");
    assertThat(used()).as("not arrived").isEqualTo(new BigDecimal("150.00"));

    String bankReference = "BANK-" + agent.code();
    shell("bank-import " + statement(bankReference, reference.group(), "150.00"));
    agent.remitted(new BigDecimal("150.00"));

    assertThat(used()).isEqualTo(Agent.ZERO);
    assertThat(site.books().statement(agent.code() + "/C01").credit().used()).isEqualTo(Agent.ZERO);
    assertThat(shell("remittance-show " + number)).contains("ARRIVED");
    shell("bank-import " + statement(bankReference, reference.group(), "150.00"));
    assertThat(used()).as("the same statement again").isEqualTo(Agent.ZERO);
    assertThat(shell("agency-statement " + agent.code())).contains("123.00").contains("150.00");
    Path told = site.distribution().path("data/notifications.log");
    Eventually.holds(
        "the agency is told, or nobody is there to tell",
        PATIENCE,
        () -> shell("outbox-list").contains("REMITTANCE_ARRIVED"));
    assertThat(told.getParent()).isDirectory();
  }

  @Test
  public void theBooksAreInOrder() throws Exception {
    assertThat(pay(1000).code()).isEqualTo("00");
    assertThat(shell("books-check")).doesNotContain("not judged");
  }

  private org.gridtill.simulator.pos.PosAnswer pay(long fen) throws IOException {
    return terminal.exchange(prepayment(fen));
  }

  private PosMessage prepayment(long fen) throws IOException {
    String consumer = site.partial();
    while (terminal.query(consumer).amountFen() > 0) {
      consumer = site.partial();
    }
    return terminal.requests().prepay(consumer, fen);
  }

  private BigDecimal used() throws IOException, InterruptedException {
    return site.books().credit(agent.code()).used();
  }

  private Path statement(String bankReference, String text, String amount) throws IOException {
    Path file = site.distribution().path("data/statement-" + agent.code() + ".csv");
    Files.writeString(
        file,
        "reference,date,amount,payer,text\n"
            + String.join(
                ",", bankReference, Site.today().toString(), amount, "Agency", "remittance " + text)
            + "\n");
    return file;
  }

  private String shell(String command) throws IOException, InterruptedException {
    return site.distribution().shell("gridtill:" + command);
  }

  private String as(String user, String command) throws IOException, InterruptedException {
    return site.distribution().shellAs(user, "gridtill:" + command);
  }
}
