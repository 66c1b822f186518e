package org.gridtill.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.gridtill.simulator.pos.PosAnswer;
import org.gridtill.simulator.pos.PosMessage;
import org.gridtill.simulator.sg186.ControlClient.Recorded;
import org.junit.Test;

/** Reversals that need a second person, who decides in the shell. */
public class SecondPersons extends SharedSite {

  @Test
  public void aVoidAboveTheThresholdWaitsForAPerson() throws Exception {
    PosMessage prepayment = prepayment(Distribution.SECOND_PERSON_ABOVE_FEN + 1);
    PosAnswer paid = terminal.exchange(prepayment);
    assertThat(paid.code()).isEqualTo("00");

    assertThat(terminal.voidTransaction(prepayment).code()).isEqualTo("01");
    assertThat(terminal.voidTransaction(prepayment).code()).as("nobody decided").isEqualTo("01");
    assertThat(agent.settled()).isEqualTo(yuan(Distribution.SECOND_PERSON_ABOVE_FEN + 1));
    String said =
        site.distribution()
            .shellAs(Distribution.SUPERVISOR, "gridtill:reversal-authorize " + paid.serialNo());
    assertThat(said).contains(Distribution.SUPERVISOR);

    assertThat(terminal.voidTransaction(prepayment).code()).isEqualTo("00");
    assertThat(terminal.queryTransaction(prepayment).code()).isEqualTo("17");
    assertThat(agent.settled()).isEqualTo(Agent.ZERO);
  }

  @Test
  public void aVoidUpToTheThresholdNeedsNobody() throws IOException {
    PosMessage prepayment = prepayment(Distribution.SECOND_PERSON_ABOVE_FEN);
    assertThat(terminal.exchange(prepayment).code()).isEqualTo("00");

    assertThat(terminal.voidTransaction(prepayment).code()).isEqualTo("00");
  }

  @Test
  public void aReversalThatAPersonWantsIsDoneByAnother() throws Exception {
    PosMessage prepayment = prepayment(10_000);
    String serial = terminal.exchange(prepayment).serialNo();
    site.distribution()
        .shellAs(Distribution.CLERK, "gridtill:reversal-request " + serial + " \"taken twice\"");

    assertThatThrownBy(
            () ->
                site.distribution()
                    .shellAs(Distribution.CLERK, "gridtill:reversal-authorize " + serial))
        .isInstanceOf(IOException.class);
    assertThat(terminal.queryTransaction(prepayment).code()).isEqualTo("00");
    site.distribution().shellAs(Distribution.SUPERVISOR, "gridtill:reversal-authorize " + serial);

    assertThat(terminal.queryTransaction(prepayment).code()).isEqualTo("17");
    assertThat(agent.recorded()).extracting(Recorded::state).contains("REVERSED");
    assertThat(agent.settled()).isEqualTo(Agent.ZERO);
  }

  private PosMessage prepayment(long fen) throws IOException {
    String consumer = site.partial();
    while (terminal.query(consumer).amountFen() > 0) {
      consumer = site.partial();
    }
    return terminal.requests().prepay(consumer, fen);
  }
}
